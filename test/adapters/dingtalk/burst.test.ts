import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { keepDesk } from '../../../src/adapters/delivery/keep-desk.ts';
import { dingtalkChannel } from '../../../src/adapters/dingtalk/channel.ts';
import { createHttp } from '../../../src/adapters/http.ts';
import { memoryLock } from '../../../src/adapters/lock/memory-lock.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { lookAtDesk } from '../../../src/bot/desk-view.ts';
import { createTurn } from '../../../src/bot/turn.ts';
import { memoryVault } from '../../memory-vault.ts';
import { lightAssistant } from '../../people/crash/light-assistant.ts';
import { steppedClock } from '../../sim/clock.ts';
import { dingtalkSim } from '../../sim/dingtalk/dingtalk-sim.ts';
import { testSeed } from '../../sim/test-seed.ts';

const APP = { appKey: 'ding1', appSecret: 'SECabc123', robotCode: 'ding1' };
const PEOPLE = 100;
const EACH = 10;

/** A robot whose assistant answers 收到 to everything. */
async function openEcho() {
  const clock = steppedClock();
  const sim = await dingtalkSim({ clock, seed: testSeed(), ...APP });
  const [store, bus, seal, vault] = [
    await sqliteStore(':memory:'),
    memoryBus(),
    vaultSeal(randomBytes(32)),
    memoryVault(),
  ];
  const faults: unknown[] = [];
  const note = (...fault: readonly unknown[]): void => void faults.push(fault);
  const app = await createHttp({
    ...{ logLevel: 'silent', trustProxy: false, widgetOrigins: [] },
    readiness: async () => ({ ready: true }),
  });
  const time = { now: () => new Date(clock.now()), after: clock.after };
  const config = {
    ...{ clientId: APP.appKey, clientSecret: APP.appSecret, mode: 'stream' as const },
    ...{ cardTemplateId: undefined, agentGroup: undefined, apiBase: sim.url, oapiBase: sim.oapiUrl },
  };
  const log = { info() {}, warn: note, error: note };
  const channel = dingtalkChannel(config, {
    app,
    people: store,
    store,
    seal,
    bus,
    vault,
    time,
    publicUrl: undefined,
    welcome: () => [],
    log,
  });
  const channels = new Map([['dingtalk', channel] as const]);
  const keeper = keepDesk({
    ...{ store, bus, vault, channels, clock: time.now, every: 2 ** 30, onFault: note, onError: note },
  });
  const assistant = lightAssistant(lookAtDesk(store));
  await channel.open(createTurn({ store, bus, lock: memoryLock(), seal, vault, assistant, onFault: note }));
  onTestFinished(async () => {
    await channel.close();
    await keeper.stop();
    await app.close();
    await sim.close();
    await store.close();
  });
  await sim.ctl.connected(2);
  return { clock, sim, store, keeper, faults };
}

it('a thousand messages of a hundred people, doubled, out of order, with an expired token and a disconnect: each is answered once, in order', {
  timeout: 180_000,
}, async () => {
  const { clock, sim, store, keeper, faults } = await openEcho();
  const people = Array.from({ length: PEOPLE }, (_, nth) => `u${nth}`);
  sim.ctl.set({ duplicate: 2, outOfOrder: 5 });
  for (let nth = 0; nth < EACH; nth += 1) {
    if (nth === 3) sim.ctl.expireToken();
    if (nth === 5) sim.ctl.disconnect('upgrade');
    for (const user of people) sim.ctl.robotMessage({ user, text: `第 ${nth} 句` });
    await clock.advance(1_000);
    await keeper.round();
  }
  sim.ctl.set({ outOfOrder: 0 });
  await clock.advance(12_000);
  const answersTo = (user: string): readonly string[] =>
    sim.ctl.sent(user).flatMap(({ text }) => [...text.matchAll(/收到：(第 \d 句)/g)].map(([, said = '']) => said));
  const all = Array.from({ length: EACH }, (_, nth) => `第 ${nth} 句`);
  for (const user of people) {
    // What the API limits goes out later.
    for (let round = 0; answersTo(user).length < EACH && round < 100; round += 1) {
      await clock.advance(2_000);
      await keeper.round();
    }
    const record = await store.byTalk({ channel: 'dingtalk', room: user, user });
    const lines = record ? await store.lines(record.id, 0, 1_000) : [];
    const heard = lines.filter(({ by }) => by === 'user').map(({ text }) => text);
    expect([user, [...heard].sort()]).toEqual([user, all]);
    expect([user, answersTo(user)]).toEqual([user, heard]);
  }
  expect(sim.ctl.lost).toEqual([]);
  expect(sim.ctl.violations).toEqual([]);
  expect(faults).toEqual([]);
});
