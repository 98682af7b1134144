import type { Hours } from '../../../src/handoff/hours.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { HoursForm } from './hours-form.tsx';
import { useHours } from './manage-queries.ts';

/** When the desk serves, as it is or as somebody is changing it. */
export function HoursTab() {
  const hours = useHours();
  const [draft, change] = useDraft<Hours | null>('hours');
  return (
    <Loaded query={hours} rows={10}>
      {(stored) => <HoursForm stored={stored} draft={draft} change={change} />}
    </Loaded>
  );
}
