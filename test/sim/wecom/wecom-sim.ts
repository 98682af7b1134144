import { seededRandom } from '../random.ts';
import { accessTokens } from '../tencent/access-tokens.ts';
import { mediaFiles } from '../tencent/media-files.ts';
import { refusals } from '../tencent/refusals.ts';
import { agents } from './agents.ts';
import { wecomApi } from './api.ts';
import type { WecomCtl, WecomOptions, WecomSim } from './ctl.ts';
import { customers } from './customers.ts';
import { doorbell } from './doorbell.ts';
import { eventCodes } from './event-codes.ts';
import { strictRules } from './rules.ts';
import { hostile, verifyUrl } from './verify.ts';
import { customerOf, inTime, stateOf, type WecomWorld } from './world.ts';

/** A corp's 微信客服: its API on 127.0.0.1, its customers and agents, and the doorbell of the service behind it. */
export async function wecomSim(options: WecomOptions): Promise<WecomSim> {
  const { clock } = options;
  const random = seededRandom(options.seed);
  const world: WecomWorld = {
    options,
    clock,
    random,
    rules: { ...strictRules(options.corpId), ...options.rules },
    pushTo: options.pushTo ?? '',
    tokens: accessTokens(clock, random),
    media: mediaFiles(clock, random),
    customers: new Map(),
    servicers: new Map((options.servicers ?? []).map((userid) => [userid, true])),
    codes: eventCodes(clock, random),
    items: [],
    bells: new Map(),
    violations: [],
  };
  const bell = doorbell(world);
  const people = customers(world, bell.announce);
  const planned = refusals();
  const server = await wecomApi(world, planned, bell.announce);

  const ctl: WecomCtl = {
    pushTo: (url) => {
      world.pushTo = url;
    },
    verifyUrl: (how = {}) => verifyUrl(world, how.badSignature),
    say: people.say,
    enter: people.enter,
    recall: people.recall,
    ring: bell.ring,
    replay: bell.replay,
    hostile: (kind) => hostile(world, kind),
    agent: agents(world, bell.announce),
    customer: (id, facts = {}) => {
      Object.assign(customerOf(world, id), facts);
    },
    sent: (id) => world.customers.get(id)?.sent ?? [],
    state(id) {
      const customer = world.customers.get(id);
      if (!customer) return { state: 4 };
      const state = stateOf(world, customer);
      return state === 3 && customer.servicer !== undefined ? { state, servicer: customer.servicer } : { state };
    },
    quotaLeft(id) {
      const customer = world.customers.get(id);
      return customer && inTime(world, customer) ? customer.left : 0;
    },
    failNext(id, failType, after = 0) {
      const customer = customerOf(world, id);
      customer.failing = [...customer.failing, { failType, after }];
    },
    expireTokens: () => world.tokens.expire(),
    tokensIssued: () => world.tokens.issued(),
    refuse: planned.plan,
    rule: (change) => {
      world.rules = { ...world.rules, ...change };
    },
    media: (mediaId) => world.media.bytes(mediaId),
    items: world.items,
    log: server.log,
    get violations() {
      return [...server.violations, ...world.violations];
    },
    fault: (fault) => server.faults.add(fault),
  };
  return { url: server.url, ctl, close: () => server.close() };
}
