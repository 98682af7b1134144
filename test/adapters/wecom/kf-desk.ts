import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { WecomConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import type { Time } from '../../../src/adapters/vendor/vendor-parts.ts';
import { wecomChannel } from '../../../src/adapters/wecom/channel.ts';
import type { Seal } from '../../../src/bot/ports.ts';
import type { TalkRecord } from '../../../src/bot/talk-record.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { openPeopleDesk, type PeopleDesk } from '../../people/people-desk.ts';
import { type SimClock, settle, steppedClock } from '../../sim/clock.ts';
import { testSeed } from '../../sim/test-seed.ts';
import type { WecomCtl, WecomRules, WecomSent } from '../../sim/wecom/ctl.ts';
import { wecomSim } from '../../sim/wecom/wecom-sim.ts';

export const CORP = {
  corpId: 'ww0123456789abcdef',
  secret: 'secret-of-the-app',
  token: 'tokenOfTheApp',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  openKfId: 'wk0123456789abcdef',
} as const;

/** A corp's 微信客服, and a desk behind it. */
export interface KfDesk {
  readonly clock: SimClock;
  readonly ctl: WecomCtl;
  readonly desk: PeopleDesk;
  readonly config: WecomConfig;
  /** The callback address. */
  readonly url: string;
  /** A customer writes, and the desk answers with so many messages. */
  ask(from: string, text: string, messages?: number, menuId?: string): Promise<readonly WecomSent[]>;
  /** What a customer saw, once it is so many messages. */
  seen(from: string, messages: number): Promise<readonly WecomSent[]>;
  /** Resolves once nothing that was said is still being worked on, nor a line on its way that can go now. */
  calm(): Promise<void>;
  /** Lets time pass for both, with a round of the desk at the end. */
  pass(ms: number): Promise<void>;
  talk(from: string): Promise<TalkRecord>;
  /** All lines of a talk, as `who: text`. */
  lines(from: string): Promise<readonly string[]>;
  /** The desk goes down. What `again` gives is the same desk, opened anew over what it had stored. */
  down(): Promise<void>;
  again(): Promise<KfDesk>;
  close(): Promise<void>;
}

export interface KfDeskOptions {
  readonly desk?: 'own' | 'platform';
  readonly rules?: Partial<WecomRules>;
  readonly openStore?: () => Promise<SqlStore>;
  readonly seal?: Seal;
  readonly publicUrl?: string;
  /** Where no test is running yet. */
  readonly seed?: number;
}

export async function openKfDesk(knowledge: Knowledge, options: KfDeskOptions = {}): Promise<KfDesk> {
  const clock = steppedClock();
  const rules = options.rules && { rules: options.rules };
  const sim = await wecomSim({
    ...CORP,
    clock,
    seed: options.seed ?? testSeed(),
    servicers: ['zhang', 'li'],
    ...rules,
  });
  const { corpId, secret, token, aesKey } = CORP;
  const config = { corpId, secret, token, aesKey, desk: options.desk ?? 'own', apiBase: sim.url } as const;
  return openOver(knowledge, options, { clock, ctl: sim.ctl, config, end: sim.close });
}

interface World {
  readonly clock: SimClock;
  readonly ctl: WecomCtl;
  readonly config: WecomConfig;
  readonly end: () => Promise<void>;
}

async function openOver(knowledge: Knowledge, options: KfDeskOptions, world: World): Promise<KfDesk> {
  const { clock, ctl, config } = world;
  const { openStore, seal, publicUrl } = options;
  const time: Time = { now: () => new Date(clock.now()), after: clock.after };
  const desk = await openPeopleDesk(knowledge, openStore, {
    ...{ time, ...(seal && { seal }), ...(publicUrl !== undefined && { publicUrl }) },
    vendors: (parts) => [wecomChannel(config, parts)],
  });
  await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}/wecom`;
  ctl.pushTo(url);
  let isUp = true;
  const down = async (): Promise<void> => {
    if (isUp) await desk.close();
    isUp = false;
  };
  const seen = async (from: string, messages: number): Promise<readonly WecomSent[]> => {
    await expect.poll(() => ctl.sent(from).length, { timeout: 30_000, interval: 20 }).toBeGreaterThanOrEqual(messages);
    return ctl.sent(from);
  };
  const talk = async (from: string): Promise<TalkRecord> => {
    const found = await desk.store.byTalk({ channel: 'wecom', room: CORP.openKfId, user: from });
    if (!found) throw new Error(`nobody of the desk knows ${from}`);
    return found;
  };
  const now = (): string => time.now().toISOString();
  return {
    ...{ clock, ctl, desk, config, url, seen, talk, down },
    async ask(from, text, messages = 1, menuId) {
      const before = ctl.sent(from).length;
      const said = { from, is: 'text', text, ...(menuId !== undefined && { menuId }) } as const;
      await ctl.say(said).rings;
      return (await seen(from, before + messages)).slice(before);
    },
    async calm() {
      const { db } = desk.store;
      const isBusy = async (): Promise<boolean> => {
        await settle();
        const heard = await db.selectFrom('inbox').select('id').where('done_at', 'is', null).execute();
        const open = await db
          .selectFrom('outbox')
          .select(['talk', 'due_at'])
          .where('settled', 'is', null)
          .orderBy('talk')
          .orderBy('seq')
          .execute();
        // Behind one that waits for its person to write, the others wait as well.
        const due = open.filter(({ talk, due_at }, at) => talk !== open[at - 1]?.talk && due_at <= now());
        return heard.length + due.length > 0;
      };
      await expect.poll(isBusy, { timeout: 60_000, interval: 20 }).toBe(false);
    },
    async pass(ms) {
      await clock.advance(ms);
      await desk.round();
    },
    async lines(from) {
      const all = await desk.store.lines((await talk(from)).id, 0, 1_000);
      return all.map(({ by, name, text }) => `${name ?? by}: ${text}`);
    },
    async again() {
      await down();
      return openOver(knowledge, options, world);
    },
    async close() {
      await down();
      await world.end();
    },
  };
}
