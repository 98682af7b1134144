import { takeStep } from '../../bot/desk/take-step.ts';
import { asWaiting } from '../../bot/desk-view.ts';
import { later } from '../../handoff/later.ts';
import { inOrder } from '../../handoff/queue.ts';
import { type OnDuty, RINGING_MS, whomToRing } from '../../handoff/ring.ts';
import type { CasesParts } from './keep-cases.ts';

/** Offers each conversation that waits to an agent who can take it, in the order of the queue. */
export async function ringAgents(parts: CasesParts, at: string): Promise<void> {
  const { store } = parts;
  const waiting = await store.cases(['queued', 'ringing']);
  const queued = waiting.filter((record) => record.case.state === 'queued');
  if (queued.length === 0) return;
  const load = new Map(await store.loads());
  const more = (agent: string): void => void load.set(agent, (load.get(agent) ?? 0) + 1);
  for (const { case: life } of waiting) if (life.ringing) more(life.ringing.agent);
  const present = await store.presences();
  for (const { talk } of inOrder(queued.map(asWaiting), at)) {
    const record = queued.find(({ id }) => id === talk);
    if (!record) continue;
    const onDuty: readonly OnDuty[] = present.map(({ agent, ...rest }) => ({
      ...rest,
      id: agent,
      load: load.get(agent) ?? 0,
    }));
    const agent = whomToRing({
      preferred: record.case.lastOwner,
      declined: record.told.rang ?? [],
      onDuty,
      now: at,
    });
    if (agent === undefined) return;
    const { epoch } = record.case;
    let tried = false;
    await takeStep(parts, talk, at, (now) => {
      // Where another instance was first, the next round looks at everything anew.
      if (tried || now.case.epoch !== epoch) return { steps: [] };
      tried = true;
      return { steps: [{ is: 'ring', agent, until: later(at, RINGING_MS), at }], room: agent };
    });
    more(agent);
  }
}
