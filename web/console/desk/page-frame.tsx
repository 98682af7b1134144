import '../styles/page.css';
import { Skeleton } from 'antd';
import { type ComponentType, Suspense, useState } from 'react';
import { ConnectionBar } from './connection-bar.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { Nav } from './nav.tsx';
import { TopBar } from './top-bar.tsx';

/** A page beside the conversations, in the frame of the desk. */
export function PageFrame({ View }: { readonly View: ComponentType }) {
  const [showsKeys, showKeys] = useState(false);
  return (
    <div className="desk" data-at="page">
      <Nav />
      <TopBar onKeys={() => showKeys(true)} />
      <ConnectionBar />
      <main className="page">
        <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
          <View />
        </Suspense>
      </main>
      {showsKeys && <KeysSheet onClose={() => showKeys(false)} />}
    </div>
  );
}
