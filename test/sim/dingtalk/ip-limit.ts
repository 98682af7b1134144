import type { SimAnswer } from '../request.ts';
import type { World } from './world.ts';

const WINDOW_MS = 20_000;
const BLOCK_MS = 5 * 60_000;

/**
 * The limit on one public address over all calls: more than `settings.ipCalls` in 20 s and everything is answered
 * `status 1111` (or a page of HTML) for five minutes. No page names the HTTP status of that answer; 200 is the one a
 * careless caller takes for a success.
 */
export function ipLimit({ clock, random, settings }: World) {
  let calls: number[] = [];
  let blockedUntil = 0;
  const block = (): void => {
    blockedUntil = clock.now() + BLOCK_MS;
    calls = [];
  };
  const denied = (): SimAnswer =>
    settings.ipBody === 'html'
      ? { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>亲，访问被拒绝</title>' }
      : { body: { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: random.id(32).toLowerCase() } };
  return {
    block,
    check(): SimAnswer | undefined {
      const now = clock.now();
      if (now < blockedUntil) return denied();
      calls = calls.filter((at) => at > now - WINDOW_MS);
      calls.push(now);
      if (calls.length <= settings.ipCalls) return undefined;
      block();
      return denied();
    },
  };
}
