import type { z } from 'zod';
import type { Endpoint } from './endpoint-embeddings.ts';
import { type Chat, chatEndpoint, type Prompt } from './model/chat-endpoint.ts';
import { guard, type ModelState, type NoAnswer } from './model/guard.ts';
import { outgoing } from './model/outgoing.ts';
import { Rewritten, rewritePrompt, Split, splitPrompt } from './model/prompts.ts';
import { areParts, isStandalone } from './model/questions-made.ts';

export interface ModelEndpoint extends Endpoint {
  /** How long all questions of one turn may take together, in milliseconds. */
  readonly timeout: number;
  /** Questions an hour. */
  readonly budget: number;
}

interface ModelOptions {
  /** Milliseconds, as `Date.now`. */
  readonly clock?: () => number;
  /** Ends what is being asked. */
  readonly closing?: AbortSignal;
  /** Told how each question ended, without a word of it. */
  readonly onAsked?: (asked: Asked) => void;
  readonly chat?: Chat;
}

/** How one question to the model ended, for logs and figures. */
export interface Asked {
  readonly task: 'rewrite' | 'split';
  /** `used`; it saw nothing to do (`nothing`); it says what was not said before (`unsupported`); or why there is no answer. */
  readonly result: 'used' | 'nothing' | 'unsupported' | NoAnswer;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** Whether the endpoint did not do what it is there for; the log says so. */
export function isFailure({ result }: Asked): boolean {
  return result === 'no-answer' || result === 'late' || result === 'wrong-form';
}

/** What a turn asks of the model. Each gives undefined where nothing usable came in time, and never throws. */
interface Helper {
  /** A message that follows the answer about `about`, as a question that stands alone. */
  rewrite(message: string, about: string): Promise<string | undefined>;
  /** The two or three questions of a message. */
  split(message: string): Promise<readonly string[] | undefined>;
}

interface OpenModel {
  /** For one turn; its time runs from here. */
  consult(): Helper;
  state(): ModelState;
}

type Made<Value> = { readonly value: Value } | { readonly result: Asked['result'] };

/** Characters of a message that a model sees. */
const LONGEST = 400;

/**
 * A language model behind an OpenAI-compatible endpoint. It is asked once a
 * question, within the turn's time, the hour's budget and while it answers; what
 * people wrote leaves this machine masked; and what comes back is used only where
 * it says what was there before.
 */
export function languageModel(endpoint: ModelEndpoint, options: ModelOptions = {}): OpenModel {
  const { clock = Date.now, closing, onAsked = () => {}, chat = chatEndpoint(endpoint) } = options;
  const { ask, state } = guard({ ...endpoint, chat, clock, closing });

  const consult = (): Helper => {
    const until = performance.now() + endpoint.timeout;
    const asking = async <Value, Use>(
      task: Asked['task'],
      [prompt, schema]: readonly [Prompt, z.ZodType<Value>],
      use: (value: Value) => Made<Use>,
    ): Promise<Use | undefined> => {
      const begun = performance.now();
      const answer = await ask(prompt, schema, until);
      const made = 'value' in answer ? use(answer.value) : answer;
      const result = 'value' in made ? 'used' : made.result;
      onAsked({ task, result, ms: Math.round(performance.now() - begun) });
      return 'value' in made ? made.value : undefined;
    };
    return {
      rewrite(message, about) {
        const asked = outgoing(message, LONGEST);
        return asking('rewrite', [rewritePrompt(asked, about), Rewritten], ({ question }) => {
          if (question === null) return { result: 'nothing' };
          return isStandalone(question, asked, about) ? { value: question } : { result: 'unsupported' };
        });
      },
      split(message) {
        const asked = outgoing(message, LONGEST);
        return asking('split', [splitPrompt(asked), Split], ({ questions }) => {
          if (questions.length < 2) return { result: 'nothing' };
          return areParts(questions, asked) ? { value: questions } : { result: 'unsupported' };
        });
      },
    };
  };
  return { consult, state };
}
