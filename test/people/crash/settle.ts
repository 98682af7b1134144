import type { Account } from './account.ts';
import type { LivingDesk } from './living-desk.ts';
import type { Ask } from './patient.ts';
import type { User } from './user.ts';
import type { View } from './view.ts';

export interface Settling {
  readonly desk: LivingDesk;
  readonly ask: Ask;
  readonly watcher: Account;
  readonly watched: View;
  readonly users: readonly User[];
}

/** Signs of life after which what waits is stuck: 20 minutes on the desk's clock, and every timer and lease is shorter. */
const PATIENCE = 1_200;

/** Waits until nobody waits and nothing is under way. Throws where something is stuck. */
export async function served({ desk, ask, watcher: { headers } }: Settling): Promise<void> {
  for (let ticks = 0; ; ticks++) {
    const lists = ['open', 'tickets'].map((list) => ask('GET', `/api/console/talks?${list}`, { headers }));
    const left = (await Promise.all(lists)).flatMap(({ body }) => body.talks as unknown[]);
    if (left.length === 0 && desk.underWay === 0) return;
    if (ticks > PATIENCE) throw new Error(`Stuck with ${desk.underWay} lines under way: ${JSON.stringify(left)}`);
    await desk.tick();
  }
}

/** Waits until everybody who listens has heard the last there is to hear. Throws where somebody does not. */
export async function heard({ desk, ask, watcher: { headers }, watched, users }: Settling): Promise<void> {
  for (const { talk, received } of users) {
    for (let ticks = 0; ; ticks++) {
      const { summary } = (await ask('GET', `/api/console/talks/${talk}`, { headers })).body;
      const seen = watched.talks.get(talk);
      const isKnown = summary.epoch === 0 || (seen?.epoch === summary.epoch && seen?.seq === summary.seq);
      if (isKnown && (received?.at(-1) ?? summary.seq) === summary.seq) break;
      if (ticks > PATIENCE) throw new Error(`Not heard: ${JSON.stringify({ summary, seen, last: received?.at(-1) })}`);
      await desk.tick();
    }
  }
}
