import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../../../bot/ports.ts';
import { askedGroups } from '../../../content/asked-groups.ts';
import { type GapGroups, gapGroups, rememberedGroups, settledGaps } from '../../../content/gap-groups.ts';
import { questionVectors } from '../../../content/question-vectors.ts';
import { gapReader } from '../../../content/read-gaps.ts';
import { MOST_CASES, readSuggestions } from '../../../content/read-suggestions.ts';
import type { SetContent } from '../../../content/set-content.ts';
import type { AgentStore } from '../../../store/agent-store.ts';
import type { AskedTurn } from '../../../store/asked-turn.ts';
import type { Span } from '../../../store/reports.ts';
import type { Answering } from '../../content/content-desk.ts';
import { remindedOf } from '../../content/reminded-of.ts';
import { periodsOf, slicesOf } from '../period.ts';
import { readReport } from '../read-report.ts';
import type { Week } from './week.ts';
import type { WeekRead } from './weekly-report.ts';

export interface WeekParts {
  readonly store: Pick<Store, 'gaps'>;
  readonly people: Pick<AgentStore, 'reports' | 'learning'>;
  readonly answering: Pick<Answering, 'knowledge' | 'checks'>;
  readonly content: Pick<SetContent, 'reviews' | 'dismissed' | 'overlay'>;
}

/** Gaps of one week that are read. */
const MOST_GAPS = 20_000;

/** Reads weeks; what it made of their texts is remembered for the next time. */
export function weekReader(
  vectorsOf = questionVectors(),
  readGaps = gapReader(vectorsOf),
): (parts: WeekParts, week: Week, now: Date) => Promise<WeekRead> {
  const groups = { asked: rememberedGroups(), gaps: rememberedGroups() };
  return async ({ store, people, answering, content }, week, now) => {
    const { knowledge } = answering;
    const periods = periodsOf(week.from, week.to);
    const { from, to } = weekSpan(periods.span);
    const labels = new Map([...knowledge.entries().values()].map(({ number, label }) => [number, label]));
    const turns = await turnsOf(people, { from, to });
    const dismissed = settledGaps(content, knowledge);
    return {
      ...{ week, periods, now, labels, turns },
      report: await readReport(people.reports, periods, labels),
      outcomes: await people.learning.outcomes(periods.span),
      asked: await askedGroups(turns, knowledge, { vectorsOf, group: groups.asked }),
      gaps: await gapsOf(),
      reminded: remindedOf(answering, content.reviews),
      suggestions: await readSuggestions(await people.learning.resolved({ from, to }, MOST_CASES), {
        ...{ knowledge, readGaps, dismissed },
      }),
    };

    async function gapsOf(): Promise<GapGroups> {
      const gaps = await store.gaps(MOST_GAPS, from, to);
      const read = await readGaps(knowledge, [...new Set(gaps.map(({ text }) => text))]);
      return gapGroups(gaps, read, { entries: knowledge.entries(), dismissed, group: groups.gaps });
    }
  };
}

const DAYS = 7;
const DAY = 86_400_000;

/** The second half of both weeks. */
function weekSpan({ to }: Span): Span {
  return { from: new Date(Date.parse(to) - DAYS * DAY).toISOString(), to };
}

/** Day by day, so that others get the turn. A talk's turns of two days are put in order again. */
async function turnsOf({ learning }: WeekParts['people'], span: Span): Promise<readonly AskedTurn[]> {
  const turns: AskedTurn[] = [];
  for (const slice of slicesOf(span, 1)) {
    turns.push(...(await learning.turns(slice)));
    await setImmediate();
  }
  return turns;
}
