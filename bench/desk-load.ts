import { randomUUID } from 'node:crypto';
import { seeded } from '../src/knowledge/random.ts';
import type { DeskClient } from './desk-client.ts';
import type { Open } from './desk-fixture.ts';
import type { DeskStream } from './desk-stream.ts';

export interface DeskLoad {
  /** In these conversations, one after the other; at least as many as there are messages, so that each is awaited alone. */
  readonly talks: readonly Open[];
  readonly client: DeskClient;
  /** Of each agent, in their order. */
  readonly streams: readonly DeskStream[];
  readonly text: (sample: number) => string;
  /** Messages a second, from all people together. */
  readonly rate: number;
  readonly seconds: number;
}

export interface DeskTimes {
  /** Milliseconds from a person's message to the event at the agent who has the talk. */
  readonly event: readonly number[];
  /** Milliseconds until the person had their answer, which is silence. */
  readonly answer: readonly number[];
}

/** People who write to agents at a steady rate, each message at its moment whether the ones before are answered or not. */
export async function deskLoad(load: DeskLoad): Promise<DeskTimes> {
  const { talks, rate, seconds } = load;
  const random = seeded(1);
  const [event, answer]: [number[], number[]] = [[], []];
  const begun = performance.now();
  const pending: Promise<void>[] = [];
  for (let sample = 0; sample < rate * seconds; sample++) {
    // Half a pace early or late: the keeper's rounds are not to fall into step with the messages.
    await at(begun + (1_000 / rate) * (sample + random()));
    const talk = talks[sample];
    if (talk) pending.push(said(load, talk, sample, { event, answer }));
  }
  await Promise.all(pending);
  return { event, answer };
}

async function said(
  { client, streams, text }: DeskLoad,
  { talk, token, owner }: Open,
  sample: number,
  times: { readonly event: number[]; readonly answer: number[] },
): Promise<void> {
  const stream = owner === undefined ? undefined : streams[owner];
  if (!stream) throw new Error(`${talk} has no agent who listens`);
  const arrival = stream.arrival(talk);
  const begun = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  const message = { id: randomUUID(), text: text(sample) };
  const { status } = await client.post(`/api/talks/${talk}/messages`, message, headers);
  if (status !== 200) throw new Error(`一条消息得到 ${status}`);
  times.answer.push(performance.now() - begun);
  const arrived = await arrival;
  if (arrived === undefined) throw new Error('客服的事件流断了');
  times.event.push(arrived - begun);
}

function at(moment: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));
}
