import { seeded } from '../../src/knowledge/random.ts';
import { type DeskFixture, deskFixture, type Open } from '../desk-fixture.ts';
import { type Service, type ServiceOptions, startService, type Vitals } from '../service.ts';
import { broadcasts } from './broadcast.ts';
import { type LoadClient, loadClient } from './client.ts';
import { listenAll } from './listener.ts';
import { historyOf } from './play.ts';
import type { Prepared } from './prepared.ts';
import type { Measured } from './report.ts';
import { settle } from './settle.ts';
import { streamsReport } from './streams-report.ts';

export interface StreamsOptions {
  readonly streams: number;
  /** How often all of them are told something. */
  readonly broadcasts: number;
  readonly service: Pick<ServiceOptions, 'flags'>;
  readonly told: (line: string) => void;
}

/** For the desk's first round over a long queue, in milliseconds. */
const PATIENCE = 300_000;

/**
 * Everybody waits in the queue with the chat open: what an idle stream takes in memory, and how soon all are told of
 * their new place when the first one is served.
 */
export async function measureStreams(prepared: Prepared, options: StreamsOptions): Promise<Measured> {
  const { streams, told } = options;
  const folder = await prepared.folder('streams');
  told(`${streams} 人排队……`);
  const fixture = await deskFixture(folder, { agents: 1, held: 0, waiting: streams + options.broadcasts });
  const flags = ['--expose-gc', ...(options.service.flags ?? [])];
  const service = await startService(folder, told, { ...options.service, flags });
  try {
    return await measured(service, fixture, options);
  } finally {
    await service.stop();
  }
}

async function measured(service: Service, { agents, talks }: DeskFixture, options: StreamsOptions): Promise<Measured> {
  const { told } = options;
  const [agent] = agents;
  if (!agent) throw new Error('没有客服');
  // Who waits longest is served first, and stands last here.
  const queue = talks.toReversed();
  const [served, watching] = [queue.slice(0, options.broadcasts), queue.slice(options.broadcasts)];
  told('等所有人都收到可以留言的话……');
  const client = loadClient(service.origin, 1);
  await offered(client, talks);
  // Once before: code is compiled then, and what only opening takes is not counted to the streams.
  for (const listener of await listenAll(service.origin, watching)) listener.close();
  const idle = await settle(service);
  const before = await collected(service);
  told('打开事件流……');
  const begun = performance.now();
  const listeners = await listenAll(service.origin, watching);
  const opening = (performance.now() - begun) / 1_000;
  try {
    const idleWithStreams = await settle(service);
    const after = await collected(service);
    told('排在最前面的一位一位接走，告诉其余的人……');
    const random = seeded(1);
    const { done, problems } = await broadcasts({ client, agent, served, listeners, random });
    return streamsReport({
      ...{ streams: listeners.length, before, after, opening, done, problems },
      resting: [idle, idleWithStreams],
      dropped: listeners.filter(({ isOpen }) => !isOpen).map(({ talk }) => talk),
    });
  } finally {
    client.close();
    for (const listener of listeners) listener.close();
  }
}

/** The desk's first round offers everybody to leave a message, to those who wait longest first. Rejects where it takes too long. */
async function offered(client: LoadClient, [last]: readonly Open[]): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (last && performance.now() < end) {
    const lines = await historyOf(client, `/api/talks/${last.talk}/messages`, last.token);
    if (lines.some(({ by }) => by === 'system')) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('客服台很久没有给排队的人留言的选择');
}

/** What is let go in the background takes a moment, and lets go of more. */
async function collected(service: Service): Promise<Vitals> {
  for (let times = 0; times < 3; times++) {
    await service.vitals({ collects: true });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return service.vitals({ collects: true });
}
