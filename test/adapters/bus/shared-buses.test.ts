import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ClosableBus, postgresBus } from '../../../src/adapters/bus/postgres-bus.ts';
import { sharedBus } from '../../../src/adapters/bus/shared-bus.ts';
import { NEWS_MISSED } from '../../../src/bot/news-missed.ts';
import { freshDatabase } from '../../postgres.ts';

interface Meeting {
  /** A bus as another instance has it. */
  join(): Promise<ClosableBus>;
  /** Breaks all connections once. */
  cut(): Promise<void>;
}

async function onPostgres(): Promise<Meeting> {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  return {
    join: () => joined(postgresBus({ url, onFault() {} })),
    async cut() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'beian-assistant news'
         and datname = current_database()`,
      );
      await client.end();
    },
  };
}

async function joined(opening: Promise<ClosableBus>): Promise<ClosableBus> {
  const bus = await opening;
  onTestFinished(() => bus.close());
  return bus;
}

/** All that is heard on a bus, as `talk typing`. */
function heardOn(bus: ClosableBus): string[] {
  const heard: string[] = [];
  bus.subscribeAll((talk, note) => heard.push(note ? `${talk} ${note.typing}` : talk));
  return heard;
}

/** Publishes until it was heard: whoever has just joined may not listen yet. */
async function told(bus: ClosableBus, talk: string, heard: () => number): Promise<void> {
  const publish = (): number => {
    bus.publish(talk);
    return heard();
  };
  await expect.poll(publish, { timeout: 15_000 }).toBeGreaterThan(0);
}

describe('news between instances', () => {
  it('is heard by every instance, and by its own at once and once', async () => {
    const meeting = await onPostgres();
    const [one, other] = [await meeting.join(), await meeting.join()];
    const [here, there] = [heardOn(one), heardOn(other)];
    await told(one, 'hello', () => there.length);
    here.length = 0;
    there.length = 0;
    one.publish('a');
    one.publish('a');
    one.publish('b', { typing: 'user' });
    expect(here).toEqual(['a', 'a', 'b user']);
    await expect.poll(() => there.filter((news) => news !== 'hello')).toEqual(['a', 'b user']);
    expect(here).toEqual(['a', 'a', 'b user']);
  });

  it('comes through in any number', async () => {
    const meeting = await onPostgres();
    const [one, other] = [await meeting.join(), await meeting.join()];
    const there = heardOn(other);
    await told(one, 'hello', () => there.length);
    for (let at = 0; at < 1_000; at++) one.publish(`talk-${at}-${'x'.repeat(40)}`);
    await expect.poll(() => there.filter((news) => news !== 'hello').length, { timeout: 10_000 }).toBe(1_000);
  });

  it('goes on after a connection that broke, and lets listeners look for what they missed', {
    timeout: 40_000,
  }, async () => {
    const meeting = await onPostgres();
    const [one, other] = [await meeting.join(), await meeting.join()];
    let looks = 0;
    other.subscribe('mine', () => {
      looks += 1;
    });
    await told(one, 'mine', () => looks);
    const all = heardOn(other);
    looks = 0;
    await meeting.cut();
    await expect.poll(() => looks, { timeout: 15_000 }).toBeGreaterThan(0);
    await expect.poll(() => all).toContain(NEWS_MISSED);
    looks = 0;
    await told(one, 'mine', () => looks);
  });
});

it('lets the others look, too, once an instance is back: they did not hear its news', async () => {
  const carried: string[] = [];
  const carrier = {
    async send(news: string) {
      carried.push(news);
    },
  };
  const [one, other] = [sharedBus(carrier, () => {}), sharedBus({ send: async () => {} }, () => {})];
  const heard: string[] = [];
  other.subscribe('mine', () => heard.push('mine'));
  other.subscribeAll((talk) => heard.push(talk));
  one.wake();
  await expect.poll(() => carried.length).toBe(1);
  for (const news of carried) other.hear(news);
  expect(heard).toEqual(['mine', NEWS_MISSED]);
});
