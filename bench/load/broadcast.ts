import type { Account } from '../../test/people/crash/account.ts';
import type { Open } from '../desk-fixture.ts';
import type { LoadClient } from './client.ts';
import type { Listener } from './listener.ts';
import type { Problem } from './problems-of.ts';

export interface Broadcast {
  /** Seconds from the agent's claim until the first stream was told. */
  readonly first: number;
  /** Until the last one was. */
  readonly last: number;
}

/** How long all together may take, in milliseconds; who is not told by then never is. */
const PATIENCE = 60_000;
/** Milliseconds between two claims, beside what is drawn by lot: the desk's rounds are not to fall into step with them. */
const PAUSE = 1_000;

/**
 * An agent takes the one who is first in the queue, again and again; each time everybody who listens must be told their new
 * place, which is one less.
 */
export async function broadcasts({
  client,
  agent,
  served,
  listeners,
  random,
}: {
  readonly client: LoadClient;
  readonly agent: Account;
  /** In the order of the queue. */
  readonly served: readonly Open[];
  readonly listeners: readonly Listener[];
  readonly random: () => number;
}): Promise<{ readonly done: readonly Broadcast[]; readonly problems: readonly Problem[] }> {
  const done: Broadcast[] = [];
  const problems: Problem[] = [];
  for (const [nth, { talk }] of served.entries()) {
    await wait(PAUSE * (1 + random()));
    const wanted = listeners.map(({ place }) => (place ?? 0) - 1);
    const begun = performance.now();
    const path = `/api/console/talks/${talk}/claim`;
    const { status, body } = await client.send('POST', path, { headers: agent.headers, body: {} });
    if (status !== 200) throw new Error(`接入第一位得到 ${status}：${body.slice(0, 200)}`);
    const isTold = (one: Listener, at: number) => one.at > begun && one.place === wanted[at];
    while (!listeners.every(isTold) && performance.now() - begun < PATIENCE) await wait(5);
    const wrong = listeners.filter((one, at) => !isTold(one, at));
    for (const one of wrong) {
      problems.push({ is: 'stream.lost', talk: one.talk, what: `第 ${nth + 1} 次没有听到新的位置` });
    }
    const times = listeners.filter((one) => !wrong.includes(one)).map(({ at }) => at);
    done.push({ first: (Math.min(...times) - begun) / 1_000, last: (Math.max(...times) - begun) / 1_000 });
  }
  return { done, problems };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
