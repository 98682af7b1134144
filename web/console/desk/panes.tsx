import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { HelpPane } from '../help/help-pane.tsx';
import { ClosedPane } from '../lists/closed-pane.tsx';
import { TalksPane } from '../lists/talks-pane.tsx';
import { TicketsPane } from '../lists/tickets-pane.tsx';
import { TalkPane } from '../talk/talk-pane.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { Nav } from './nav.tsx';
import { usePlace } from './place.ts';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';

const LISTS = { talks: TalksPane, tickets: TicketsPane, closed: ClosedPane } as const;

/** A list, a conversation, what is known of it: side by side, or one at a time where there is no room. */
export function Panes() {
  const { list, talk, isCard } = usePlace();
  const [showsKeys, showKeys] = useState(false);
  useKeys(() => showKeys(true));
  const List = LISTS[list];
  const at = talk === undefined ? 'list' : isCard ? 'card' : 'talk';
  return (
    <div className="desk" data-at={at}>
      <Nav />
      <TopBar onKeys={() => showKeys(true)} />
      <ConnectionBar />
      <List />
      {talk === undefined ? (
        <main className="talk-pane talk-none">
          <p>{t('从左边选一个对话。有人排队时，选中后按 Enter 接入。')}</p>
        </main>
      ) : (
        <TalkPane key={talk} talk={talk} />
      )}
      {talk !== undefined && <HelpPane key={`help ${talk}`} talk={talk} />}
      {showsKeys && <KeysSheet onClose={() => showKeys(false)} />}
    </div>
  );
}
