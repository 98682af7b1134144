import type { Attempt, SimPush } from './ctl.ts';

/** An attempt whose end is told by `end`: with an answer, or without one. Only the first end counts. */
export function openAttempt(id: string, at: number, over: string) {
  let done: (answer: Attempt['answer']) => void = () => undefined;
  const answered = new Promise<Attempt['answer']>((resolve) => {
    done = resolve;
  });
  const attempt: Attempt = { id, at, over, answered };
  let ended = false;
  return {
    attempt,
    isOver: () => ended,
    /** False if it had ended already. */
    end(answer?: NonNullable<Attempt['answer']>): boolean {
      if (ended) return false;
      ended = true;
      if (answer) attempt.answer = answer;
      done(answer);
      return true;
    },
  };
}

/** A push that attempts are added to as they are made. */
export function openPush(id: string): SimPush & { readonly attempts: Attempt[] } {
  const attempts: Attempt[] = [];
  return {
    id,
    attempts,
    async answered() {
      await Promise.all(attempts.map((attempt) => attempt.answered));
    },
  };
}
