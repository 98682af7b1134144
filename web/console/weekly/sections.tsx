import { Asked, Entries, Turns } from './asked-sections.tsx';
import { Cases } from './cases-section.tsx';
import { Gaps, Suggestions, Unhelpful } from './improve-sections.tsx';
import { Old } from './old-section.tsx';
import type { Weekly } from './weekly-queries.ts';

/** The parts of a report; of a week in which nothing happened what does not depend on it. */
export function Sections({ weekly, isQuiet }: { readonly weekly: Weekly; readonly isQuiet: boolean }) {
  return (
    <>
      {!isQuiet && (
        <div className="weekly-columns">
          <Gaps gaps={weekly.gaps} />
          <Unhelpful unhelpful={weekly.unhelpful} isWithout={weekly.cases === null} />
          <Suggestions suggestions={weekly.suggestions} />
          {weekly.asked && <Asked asked={weekly.asked} />}
          <Entries entries={weekly.entries} />
          <Turns turns={weekly.turns} />
          {weekly.cases && <Cases cases={weekly.cases} />}
        </div>
      )}
      <Old old={weekly.old} day={weekly.day} />
    </>
  );
}
