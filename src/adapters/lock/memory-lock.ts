import type { Lock } from '../../bot/ports.ts';

/** A queue a key, in this process. A key is forgotten when its last job ends. */
interface MemoryLock extends Lock {
  /** How many keys have a job running or waiting. */
  readonly size: number;
}

/** Jobs of one key run one after the other, in the order asked; a failed one does not hold up the next. */
export function memoryLock(): MemoryLock {
  const last = new Map<string, Promise<unknown>>();
  return {
    get size() {
      return last.size;
    },
    async run(key, job) {
      const turn = (last.get(key) ?? Promise.resolve()).then(job, job);
      last.set(key, turn);
      try {
        return await turn;
      } finally {
        if (last.get(key) === turn) last.delete(key);
      }
    },
  };
}
