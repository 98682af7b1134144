import type { Assistant } from '../../bot/assistant.ts';
import { type Decided, decidedOf, decidedOtherwise, type Otherwise } from '../../bot/decided-otherwise.ts';
import type { EvalSets } from '../../bot/eval-sets.ts';
import { askOnce, evaluate } from '../../bot/evaluate.ts';
import { type EvaluatedSet, type Measured, measured, reasonsAgainst } from '../../bot/evaluate-change.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { Proposal } from './proposal.ts';

/** What came of a trial. */
export interface Judgement {
  /** What was learnt when it was made. */
  readonly learnt: string;
  readonly before: Measured;
  readonly after: Measured;
  readonly noise: number;
  readonly wanted: readonly Wanted[];
  readonly changed: readonly Otherwise[];
  /** Why it must not be published; empty where it may be. */
  readonly why: readonly string[];
}

/** A proposed question as it is decided once it is learnt. */
interface Wanted {
  readonly text: string;
  readonly now: Decided;
  readonly asWanted: boolean;
}

export interface TrialParts {
  readonly sets: () => Promise<EvalSets>;
  readonly assistantOver: (knowledge: Knowledge) => Promise<Assistant>;
  /** What was evaluated before, by the key of what was learnt. */
  readonly evaluated: Map<string, readonly EvaluatedSet[]>;
}

interface JudgeOptions extends TrialParts {
  readonly now: Knowledge;
  /** What would be learnt. */
  readonly overlay: Overlay;
  readonly progress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Of the time of a trial, learning takes about this much: measured 6 s of 16 to 60 of 70, by the machine. */
const LEARNING = 0.7;

/** Learns the content with the proposed questions and asks the sets before and after. */
export async function judgeTrial(proposal: Proposal, options: JudgeOptions): Promise<Judgement> {
  const { now, overlay, progress, assistantOver, sets } = options;
  const { sets: asked, noise } = await sets();
  const tried = await now.trial(overlay, (step, share) => {
    if (step === 'fit') progress(share * LEARNING);
  });
  const before = await evaluatedBy(now, asked, options);
  progress((LEARNING + 1) / 2);
  const after = await evaluatedBy(tried, asked, options);
  const assistant = await assistantOver(tried);
  const wanted: Wanted[] = [];
  for (const text of proposal.texts) wanted.push(judged(text, proposal, decidedOf(await askOnce(assistant, text))));
  const [was, is] = [measured(before), measured(after)];
  const guards = asked.map(({ guard }) => guard);
  return {
    learnt: now.key(),
    before: was,
    after: is,
    noise,
    wanted,
    changed: decidedOtherwise(before, after),
    why: reasonsAgainst(was, is, { guards, noise }),
  };
}

/** Evaluations kept: the one in use, and those of trials that may be published. */
const KEPT = 6;

async function evaluatedBy(
  knowledge: Knowledge,
  sets: EvalSets['sets'],
  { assistantOver, evaluated, signal }: JudgeOptions,
): Promise<readonly EvaluatedSet[]> {
  // Without its encoder the same decision answers otherwise.
  const key = `${knowledge.key()} ${knowledge.withoutEncoder === undefined}`;
  const known = evaluated.get(key);
  if (known) return known;
  const assistant = await assistantOver(knowledge);
  const made: EvaluatedSet[] = [];
  for (const { guard, inScope, outOfScope } of sets) {
    made.push({ guard, evaluation: await evaluate(assistant, inScope, outOfScope, signal) });
  }
  evaluated.set(key, made);
  const [oldest] = evaluated.keys();
  if (evaluated.size > KEPT && oldest !== undefined) evaluated.delete(oldest);
  return made;
}

function judged(text: string, proposal: Proposal, now: Decided): Wanted {
  const asWanted =
    proposal.subject === 'similar'
      ? now.kind === 'answer' && now.entries.includes(proposal.entry)
      : now.kind === 'not-covered' || now.kind === 'other';
  return { text, now, asWanted };
}
