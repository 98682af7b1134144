import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { newCase } from '../handoff/case.ts';
import type { Assistant } from './assistant.ts';
import type { Outcome } from './message.ts';
import type { TalkRecord } from './talk-record.ts';

/** A question with the entry that answers it; `also` names others that would be right too. */
export const InScope = z.object({
  id: z.string(),
  q: z.string(),
  entry: z.int(),
  also: z.array(z.int()).default([]),
});
/** A message that no entry answers. */
export const OutOfScope = z.object({ id: z.string(), q: z.string(), kind: z.string() });

export type InScope = Readonly<z.output<typeof InScope>>;
export type OutOfScope = Readonly<z.output<typeof OutOfScope>>;

type InVerdict = 'right' | 'clarified' | 'wrong' | 'not-covered';
type OutVerdict = 'answered' | 'clarified' | 'declined';

interface Judged<Item, Verdict> {
  readonly item: Item;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

export interface Evaluation {
  readonly inScope: readonly Judged<InScope, InVerdict>[];
  readonly outOfScope: readonly Judged<OutOfScope, OutVerdict>[];
}

/** Asks every question as the first message of a new conversation, as a person would, and judges what came of it. */
export async function evaluate(
  assistant: Assistant,
  inScope: readonly InScope[],
  outOfScope: readonly OutOfScope[],
  /** Ends it between two questions. */
  signal?: AbortSignal,
): Promise<Evaluation> {
  const judgedIn: Judged<InScope, InVerdict>[] = [];
  for (const item of inScope) {
    signal?.throwIfAborted();
    const outcome = await askOnce(assistant, item.q, item.id);
    judgedIn.push({ item, outcome, verdict: judgeIn(item, outcome) });
  }
  const judgedOut: Judged<OutOfScope, OutVerdict>[] = [];
  for (const item of outOfScope) {
    signal?.throwIfAborted();
    const outcome = await askOnce(assistant, item.q, item.id);
    judgedOut.push({ item, outcome, verdict: judgeOut(outcome) });
  }
  return { inScope: judgedIn, outOfScope: judgedOut };
}

/** What comes of a question as the first message of a new conversation. A service that asks many goes on answering. */
export async function askOnce(assistant: Assistant, q: string, id = 'eval'): Promise<Outcome> {
  await setImmediate();
  const { outcome } = await assistant({ id, at: AT, talk: FRESH.talk, text: q }, { ...FRESH, id });
  if (!outcome) throw new Error(`没有结果：${q}`);
  return outcome;
}

const AT = '2026-01-01T00:00:00.000Z';
/** A conversation in which nothing was said. */
export const FRESH: TalkRecord = {
  id: 'eval',
  talk: { channel: 'terminal', room: 'eval', user: 'eval' },
  openedAt: AT,
  seq: 0,
  facts: {},
  memory: {},
  context: {},
  case: newCase(AT),
  told: {},
  notes: 0,
  spokenAt: AT,
  blockedAt: null,
  read: { user: 0, agent: 0 },
};

/** Of an answer to two questions, one being right is right; of a clarification, the right one being offered. */
function judgeIn({ entry, also }: InScope, { kind, entries, candidates }: Outcome): InVerdict {
  const right = new Set([entry, ...also]);
  if (entries.length > 0) return entries.some((one) => right.has(one)) ? 'right' : 'wrong';
  if (kind === 'clarify') return candidates.some((one) => right.has(one)) ? 'clarified' : 'wrong';
  return 'not-covered';
}

function judgeOut({ kind, entries }: Outcome): OutVerdict {
  if (entries.length > 0) return 'answered';
  return kind === 'clarify' ? 'clarified' : 'declined';
}

/** How often a verdict fell, 0 to 1; NaN for an empty list. */
export function share<Verdict>(
  judged: readonly { readonly verdict: Verdict }[],
  ...verdicts: readonly Verdict[]
): number {
  return judged.filter(({ verdict }) => verdicts.includes(verdict)).length / judged.length;
}

interface Bin {
  /** From this confidence on, up to the next bin. */
  readonly from: number;
  readonly count: number;
  readonly meanConfidence: number;
  /** Share of what was answered in this bin that is right. */
  readonly right: number;
}

/** Of the answers said with about the same confidence, how many are right: the two should agree. */
export function confidenceBins({ inScope, outOfScope }: Evaluation): readonly Bin[] {
  const answers = [
    ...inScope.map(({ outcome, verdict }) => ({ outcome, right: verdict === 'right' })),
    ...outOfScope.map(({ outcome }) => ({ outcome, right: false })),
  ].filter(({ outcome }) => outcome.kind === 'answer');
  return EDGES.flatMap((from, at) => {
    const to = EDGES[at + 1] ?? Number.POSITIVE_INFINITY;
    const inside = answers.filter(({ outcome: { confidence } }) => confidence >= from && confidence < to);
    if (inside.length === 0) return [];
    const sum = inside.reduce((total, { outcome }) => total + outcome.confidence, 0);
    const right = inside.filter((one) => one.right).length / inside.length;
    return [{ from, count: inside.length, meanConfidence: sum / inside.length, right }];
  });
}

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];
