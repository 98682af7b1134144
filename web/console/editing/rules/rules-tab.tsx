import { Loaded } from '../../parts/loaded.tsx';
import { useRules } from '../editing-queries.ts';
import { LinksPanel } from './links-panel.tsx';
import { ProvincesPanel } from './provinces-panel.tsx';
import { ReleasesPanel } from './releases-panel.tsx';

/** What the source leaves open and the operator fills in: nothing of it is guessed. */
export function RulesTab() {
  const rules = useRules();
  return (
    <Loaded query={rules} rows={14}>
      {({ links, releases, provinces }) => (
        <>
          <LinksPanel links={links} />
          <ReleasesPanel releases={releases} />
          <ProvincesPanel provinces={provinces} />
        </>
      )}
    </Loaded>
  );
}
