import type { Check } from '../../adapters/vendor/check.ts';

/** Looks at one thing: `look` tells what it found, or throws what is wrong. */
export async function checking(name: string, todo: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, what: await look() };
  } catch (error) {
    return { name, ok: false, what: error instanceof Error ? error.message : String(error), todo };
  }
}
