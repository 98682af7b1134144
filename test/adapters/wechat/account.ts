import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { WechatConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import type { VendorParts } from '../../../src/adapters/vendor/vendor-parts.ts';
import { wechatChannel } from '../../../src/adapters/wechat/channel.ts';
import type { Channel, Receive } from '../../../src/bot/ports.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { openPeopleDesk, type PeopleDesk, type PeopleDeskOptions } from '../../people/people-desk.ts';
import { type SimClock, settle, steppedClock } from '../../sim/clock.ts';
import type { WechatCtl, WechatOptions, WechatSim } from '../../sim/wechat/ctl.ts';
import { wechatSim } from '../../sim/wechat/wechat-sim.ts';

export const SECRETS = {
  appId: 'wx0123456789abcdef',
  appSecret: 'secret-of-the-account',
  token: 'tokenoftheaccount',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  ghId: 'gh_0123456789ab',
} as const;

export const USER = 'oUser000000000000000000000001';

/** An account at the simulated platform with a desk behind it. */
export interface Account {
  readonly clock: SimClock;
  readonly ctl: WechatCtl;
  readonly desk: PeopleDesk;
  /** Says something, and gives what the platform made of the answer. */
  say(text: string, from?: string): ReturnType<WechatCtl['push']>;
  /** What they have seen once it is so many messages, however long the desk takes to work on what the clock brought. */
  sees(messages: number): Promise<ReturnType<WechatCtl['sent']>>;
  /** What a user has seen, in order. */
  texts(from?: string): readonly string[];
  /** The talk of a user. */
  talk(from?: string): Promise<string>;
  /** Lets time pass, with a round of the keeper in each of so many pieces. */
  pass(ms: number): Promise<void>;
  /** From now on each answer takes so many milliseconds of the clock. */
  answersAfter(ms: number): void;
  readonly sim: WechatSim;
  readonly parts: VendorParts;
  close(): Promise<void>;
}

export interface AccountOptions {
  readonly seed?: number;
  readonly config?: Partial<WechatConfig>;
  readonly sim?: Partial<WechatOptions>;
  readonly desk?: PeopleDeskOptions;
  readonly store?: () => Promise<SqlStore>;
  /** Another account's, when its desk starts anew. */
  readonly world?: { readonly clock: SimClock; readonly sim: WechatSim };
}

export async function openAccount(knowledge: Knowledge, options: AccountOptions = {}): Promise<Account> {
  const clock = options.world?.clock ?? steppedClock();
  const verified = options.config?.verified ?? true;
  const sim =
    options.world?.sim ?? (await wechatSim({ ...SECRETS, clock, seed: options.seed ?? 7, verified, ...options.sim }));
  const config: WechatConfig = {
    ...{ appId: SECRETS.appId, appSecret: SECRETS.appSecret, token: SECRETS.token, aesKey: SECRETS.aesKey },
    ...{ previousAesKey: undefined, verified: true, desk: 'own', apiBase: sim.url },
    ...options.config,
  };
  let slow = 0;
  let parts: VendorParts | undefined;
  const desk = await openPeopleDesk(knowledge, options.store, {
    ...options.desk,
    time: { now: () => new Date(clock.now()), after: clock.after },
    vendors(given) {
      parts = given;
      return [slowed(wechatChannel(config, given), clock, () => slow)];
    },
  });
  await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = desk.app.server.address() as AddressInfo;
  sim.ctl.pushTo(`http://127.0.0.1:${port}/wechat`);
  if (!parts) throw new Error('No channel was asked for');
  const { ctl } = sim;
  return {
    ...{ clock, ctl, desk, sim, parts },
    async sees(messages) {
      const seen = async (): Promise<number> => {
        await desk.round();
        return ctl.sent(USER).length;
      };
      await expect.poll(seen).toBe(messages);
      return ctl.sent(USER);
    },
    say: (text, from = USER) => ctl.push({ is: 'text', from, text }),
    texts: (from = USER) => ctl.sent(from).map((sent) => sent.text ?? `[${sent.type}]`),
    async talk(from = USER) {
      const record = await desk.store.byTalk({ channel: 'wechat', room: SECRETS.appId, user: from });
      if (!record) throw new Error(`${from} has no talk`);
      return record.id;
    },
    async pass(ms) {
      await clock.advance(ms);
      await desk.round();
      await settle();
    },
    answersAfter(ms) {
      slow = ms;
    },
    async close() {
      await desk.close();
      if (!options.world) await sim.close();
    },
  };
}

/** A channel whose answers take time on the clock. */
function slowed(channel: Channel, clock: SimClock, ms: () => number): Channel {
  return {
    ...channel,
    open: (receive: Receive) =>
      channel.open(async (message) => {
        if (ms() > 0) await new Promise<void>((done) => clock.after(ms(), done));
        return receive(message);
      }),
  };
}
