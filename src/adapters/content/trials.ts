import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Assistant } from '../../bot/assistant.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Revisions } from '../store/revisions.ts';
import { type Judgement, judgeTrial, type TrialParts } from './judge-trial.ts';
import { CONTENT, type Proposal, proposedOverlay } from './proposal.ts';
import type { Published } from './published.ts';
import type { SharedTrials } from './shared-trials.ts';

export interface Trial {
  readonly id: string;
  readonly proposal: Proposal;
  readonly at: string;
  /** An agent's id. */
  readonly by: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  /** 0 to 1 */
  readonly share: number;
  /** The newest revision of the content that it was tried on. */
  readonly base: number;
  readonly judgement: Judgement | undefined;
  /** Why it failed. */
  readonly fault: string | undefined;
  /** The revision it was published as. */
  readonly published: number | undefined;
}

interface TrialsOptions extends TrialParts {
  readonly knowledge: () => Knowledge | undefined;
  readonly assistantOver: (knowledge: Knowledge) => Promise<Assistant>;
  readonly published: Pick<Published, 'now' | 'refresh'>;
  readonly revisions: Pick<Revisions, 'newest'>;
  /** Without it the other instances know nothing of them. */
  readonly shared?: SharedTrials;
  readonly onError: (error: unknown) => void;
}

export interface Trials {
  /** Undefined where too many wait already. */
  begin(proposal: Proposal, act: { readonly at: string; readonly by: string }): Trial | undefined;
  /** Of this instance. */
  byId(id: string): Trial | undefined;
  /** Of any instance. */
  find(id: string): Promise<Trial | undefined>;
  publishedAs(id: string, revision: number): Promise<void>;
  /** Resolves once the other instances know what there is. */
  told(): Promise<void>;
  /** Begins no further one and breaks off the one under way; a fit that goes on in its thread is not waited for. */
  close(): Promise<void>;
}

/** Trials that may wait behind the one under way. */
const QUEUE = 3;
/** How long closing waits, in milliseconds. */
const PATIENCE = 500;
/** Finished trials that can still be looked at and published. */
const REMEMBERED = 50;

/** Milliseconds between two times that the other instances hear how far one is. */
const TOLD_EVERY = 5_000;

/**
 * Learns and measures proposals, one at a time, in the order they came; in memory, since they can be made again. What
 * came of them any instance can show and publish.
 */
export function trials(options: TrialsOptions): Trials {
  const all = new Map<string, Trial>();
  const queue: string[] = [];
  let running: Promise<void> | undefined;
  const closing = new AbortController();
  const set = (id: string, change: Partial<Trial>): void => {
    const trial = all.get(id);
    if (trial) all.set(id, { ...trial, ...change });
  };
  const inTurn = oneAtATime();
  /** One after the other, and what is told is how it is then: nothing older comes last. */
  const tell = (id: string): Promise<void> =>
    inTurn(async () => {
      const trial = all.get(id);
      if (trial) await options.shared?.tell(trial);
    }).catch((error: unknown) => {
      if (!closing.signal.aborted) options.onError(error);
    });
  const telling = setInterval(() => {
    for (const { id, state } of all.values()) if (state === 'queued' || state === 'running') void tell(id);
  }, TOLD_EVERY).unref();
  const run = async (id: string): Promise<void> => {
    const trial = all.get(id);
    const knowledge = options.knowledge();
    if (!trial || !knowledge) return;
    // Read in this order, what is set is never older than the base that publishing compares.
    set(id, { state: 'running', base: await options.revisions.newest(CONTENT) });
    await options.published.refresh();
    const judgement = await judgeTrial(trial.proposal, {
      ...options,
      now: knowledge,
      overlay: proposedOverlay(options.published.now().overlay, trial.proposal),
      progress: (share) => set(id, { share }),
      signal: closing.signal,
    });
    set(id, { state: 'done', share: 1, judgement });
  };
  const drain = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined && !closing.signal.aborted; id = queue.shift()) {
      const current = id;
      await run(current).catch((error: unknown) => {
        if (!closing.signal.aborted) options.onError(error);
        set(current, { state: 'failed', fault: error instanceof Error ? error.message : String(error) });
      });
      void tell(current);
    }
    running = undefined;
  };
  return {
    begin(proposal, { at, by }) {
      if (queue.length >= QUEUE) return undefined;
      const id = randomUUID();
      const trial: Trial = {
        ...{ id, proposal, at, by, state: 'queued', share: 0, base: 0 },
        ...{ judgement: undefined, fault: undefined, published: undefined },
      };
      all.set(id, trial);
      queue.push(id);
      running ??= drain();
      void tell(id);
      for (const [old, { state }] of all) {
        if (all.size > REMEMBERED && (state === 'done' || state === 'failed')) all.delete(old);
      }
      return trial;
    },
    byId: (id) => all.get(id),
    find: async (id) => all.get(id) ?? (await options.shared?.recall(id)),
    async publishedAs(id, published) {
      const mine = all.has(id);
      set(id, { published });
      const told = mine ? undefined : await options.shared?.recall(id);
      if (told) await options.shared?.tell({ ...told, published });
      else await tell(id);
    },
    told: () => inTurn(async () => {}),
    async close() {
      clearInterval(telling);
      closing.abort(new Error('服务正在停止'));
      await Promise.race([running, setTimeout(PATIENCE)]);
    },
  };
}
