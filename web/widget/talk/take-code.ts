import { call } from '../api/call.ts';
import type { Session } from './session.ts';

const HASH = /^#phone=([\w-]{1,100})$/;
/** Attempts where no answer comes, and milliseconds between two. */
const TRIES = 5;
const AGAIN = 2_000;

/**
 * The conversation that the code in this page's address hands over; taken out of the address once the service has
 * answered. Only on the service's own page: what stands in the address of another is none of ours.
 */
export async function takeCode(base: string): Promise<Session | 'refused' | undefined> {
  const code = HASH.exec(location.hash)?.[1];
  if (code === undefined || location.origin + location.pathname !== base) return undefined;
  for (let tries = 1; ; tries++) {
    const got = await call<Session>(base, 'phone', { method: 'POST', body: { code } });
    const isAnswered = got.ok || (got.status >= 400 && got.status < 500 && got.status !== 429);
    if (!isAnswered && tries < TRIES) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      continue;
    }
    history.replaceState(history.state, '', location.pathname + location.search);
    return got.ok ? got.data : 'refused';
  }
}
