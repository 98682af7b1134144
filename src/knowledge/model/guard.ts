import type { z } from 'zod';
import { nothingSpent, spending } from './budget.ts';
import type { Chat, Prompt } from './chat-endpoint.ts';
import { afterEnding, type Circuit, type Ending, newCircuit, passing } from './circuit.ts';
import { readAnswer } from './read-answer.ts';

/** Why there is no answer: none came, not in time, another form than was asked for; or it was not asked at all. */
export type NoAnswer = 'no-answer' | 'late' | 'wrong-form' | 'resting' | 'used-up' | 'closing';

type Answer<Value> = { readonly value: Value } | { readonly result: NoAnswer };

/** `ok`; not asked for a while, since it failed (`resting`); the hour's budget is spent (`used-up`). */
export type ModelState = 'ok' | 'resting' | 'used-up';

interface GuardOptions {
  readonly chat: Chat;
  /** How long all questions of one turn may take together, in milliseconds. */
  readonly timeout: number;
  /** Questions an hour. */
  readonly budget: number;
  /** Milliseconds, as `Date.now`. */
  readonly clock: () => number;
  /** Ends what is being asked. */
  readonly closing: AbortSignal | undefined;
}

/** Asks a model within its limits. Never throws. */
interface Guard {
  /** Asks until a moment of `performance.now()`. */
  ask<Value>(prompt: Prompt, schema: z.ZodType<Value>, until: number): Promise<Answer<Value>>;
  state(): ModelState;
}

export function guard({ chat, timeout, budget, clock, closing }: GuardOptions): Guard {
  let circuit: Circuit = newCircuit;
  let spent = nothingSpent;
  return {
    async ask(prompt, schema, until) {
      const left = until - performance.now();
      if (closing?.aborted) return { result: 'closing' };
      if (left <= 0) return { result: 'late' };
      const spends = spending(spent, budget, clock());
      if (!spends) return { result: 'used-up' };
      const passed = passing(circuit, clock());
      if (!passed) return { result: 'resting' };
      [spent, circuit] = [spends, passed];
      const answer = await answered(chat, prompt, schema, { left, closing });
      circuit = afterEnding(circuit, endingOf(answer, left >= timeout / 2), clock());
      return answer;
    },
    state() {
      if (circuit.is !== 'closed') return 'resting';
      return spending(spent, budget, clock()) ? 'ok' : 'used-up';
    },
  };
}

/** One that had little time left says nothing about the endpoint by not coming. */
function endingOf(answer: Answer<unknown>, hadTime: boolean): Ending {
  if ('value' in answer) return 'answered';
  return answer.result === 'closing' || (answer.result === 'late' && !hadTime) ? 'cancelled' : 'failed';
}

async function answered<Value>(
  chat: Chat,
  prompt: Prompt,
  schema: z.ZodType<Value>,
  { left, closing }: { readonly left: number; readonly closing: AbortSignal | undefined },
): Promise<Answer<Value>> {
  const over = new AbortController();
  const close = (): void => over.abort('closing');
  const timer = setTimeout(() => over.abort('late'), left);
  closing?.addEventListener('abort', close, { once: true });
  // What was asked may not heed the signal: then its answer, or its failure, is left behind.
  const ended = new Promise<never>((_, reject) => {
    over.signal.addEventListener('abort', () => reject(new Error('The time is up')), { once: true });
  });
  try {
    const value = readAnswer(await Promise.race([chat(prompt, over.signal), ended]), schema);
    return value === undefined ? { result: 'wrong-form' } : { value };
  } catch {
    return { result: over.signal.aborted ? (over.signal.reason as 'closing' | 'late') : 'no-answer' };
  } finally {
    clearTimeout(timer);
    closing?.removeEventListener('abort', close);
  }
}
