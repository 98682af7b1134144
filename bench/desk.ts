import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seeded, shuffled } from '../src/knowledge/random.ts';
import { deskClaims } from './desk-claims.ts';
import { deskClient } from './desk-client.ts';
import { type DeskSize, deskFixture } from './desk-fixture.ts';
import { deskLoad } from './desk-load.ts';
import { type DeskStream, deskStream } from './desk-stream.ts';
import { type Aim, aim, type Figure, figure } from './figure.ts';
import { fresh } from './fresh-questions.ts';
import { startService } from './service.ts';
import { quantile } from './statistics.ts';

/** 5 000 open conversations: 24 with each of 200 agents, and 200 that wait. */
const SIZE: DeskSize = { agents: 200, held: 24, waiting: 200 };
const CONTENDERS = 50;
/** Messages a second, from all people together. */
const RATE = 20;
const SECONDS = 60;
/** Seconds of load before the measured ones: compilers and caches settle. */
const WARM_UP = 10;
/** Milliseconds. */
const MOST = 150;

export interface DeskFigures {
  readonly figures: readonly Figure[];
  readonly aims: readonly Aim[];
}

/** A large desk on the built service over SQLite: people who write to their agents, and agents who all want the same conversation. */
export async function measureDesk(dataDir: string, questions: readonly string[]): Promise<DeskFigures> {
  const folder = join(dataDir, 'desk');
  await mkdir(folder, { mode: 0o700 });
  await cp(join(dataDir, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
  const fixture = await deskFixture(folder, SIZE);
  const service = await startService(folder);
  const client = deskClient(service.origin, CONTENDERS);
  const streams: DeskStream[] = [];
  try {
    for (const agent of fixture.agents) streams.push(await deskStream(service.origin, agent));
    const held = fixture.talks.filter(({ owner }) => owner !== undefined);
    const talks = [...shuffled(held.length, seeded(1))].flatMap((at) => held[at] ?? []);
    const common = { client, streams, rate: RATE };
    const series = (number: number) => (sample: number) => fresh(questions, number, sample);
    await deskLoad({ ...common, talks, text: series(3), seconds: WARM_UP });
    const measured = talks.slice(WARM_UP * RATE);
    const { event, answer } = await deskLoad({ ...common, talks: measured, text: series(4), seconds: SECONDS });
    const claims = await deskClaims(client, fixture, CONTENDERS);
    const size = `${SIZE.agents} 位客服、${fixture.talks.length} 个对话`;
    return {
      figures: [
        figure('desk.event', `用户发消息到客服收到事件，${size}`, 'ms', event),
        figure('desk.answer', `用户发消息到有回应，${size}`, 'ms', answer),
        figure('desk.claim', `${CONTENDERS} 位客服抢同一个对话，全部有结果`, 'ms', claims.times),
      ],
      aims: [
        aim('desk.event', '用户消息到客服事件的 p99', 'ms', MOST, quantile(event, 0.99)),
        aim('desk.claim', `${claims.times.length} 次抢接，不是恰好一人接到的`, '次', 0, claims.wrong),
      ],
    };
  } finally {
    for (const stream of streams) stream.close();
    client.close();
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
