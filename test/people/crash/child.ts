import { once } from 'node:events';
import { z } from 'zod';
import { openBusyDesk } from './busy-desk.ts';
import type { Begin, FromChild } from './child-words.ts';
import { dieAtStatement } from './die-at.ts';
import { dieInVault } from './die-in-vault.ts';
import { fastClock, timeFast } from './fast-clock.ts';
import { lastWords } from './last-words.ts';
import { noteLeftBehind } from './left-behind.ts';
import { pushChannel } from './push-channel.ts';

/** Milliseconds. */
const EVERY = 100;
const TICK = 50;
const HEARTBEAT = 300;

const Pushed = z.object({ id: z.string(), user: z.string(), text: z.string() });

/** A busy desk as a process of its own, to be killed. It is loaded ahead, and begins when it is told to. */
const tell = (words: FromChild): void => void process.send?.(words);
// Whoever started it is gone.
process.once('disconnect', () => process.exit(1));
tell({ is: 'loaded' });
const [{ folder, life, began, dieAt, dieIn }] = (await once(process, 'message')) as [Begin];
noteLeftBehind(folder, life);
const toldLast = (words: string): void => lastWords(folder, words);
if (dieAt !== undefined) dieAtStatement(dieAt, toldLast);

timeFast();
const clock = fastClock(began);
const push = pushChannel({ folder, life, arrived: () => tell({ is: 'arrived' }) });
const { app, store, receive, listen, close } = await openBusyDesk({
  ...{ folder, clock, push },
  ...(dieIn && { keeping: (vault) => dieInVault(vault, dieIn, toldLast) }),
  every: EVERY,
  heartbeat: HEARTBEAT,
  onFault: (error) => tell({ is: 'fault', what: error instanceof Error ? (error.stack ?? '') : String(error) }),
});

app.post('/push', { schema: { body: Pushed } }, async ({ body: { id, user, text } }) => {
  const talk = { channel: 'wechat', room: user, user } as const;
  const at = clock().toISOString();
  if (!(await store.byTalk(talk))) await store.open({ id: `push-${user}`, talk, at, tokenHash: null, welcome: [] });
  return receive({ id, at, talk, text });
});
tell({ is: 'listening', life, origin: await listen() });

const ticking = setInterval(() => {
  void underWay().then((count) => tell({ is: 'tick', underWay: count }));
}, TICK);
await once(process, 'message');
clearInterval(ticking);
await close();
process.exit(0);

async function underWay(): Promise<number> {
  const { count } = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('settled', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
