import { sql } from 'kysely';
import { openStore } from '../src/adapters/store/open-store.ts';
import type { SqlStore } from '../src/adapters/store/sql-store.ts';
import { hashToken, newTalkId, newToken } from '../src/adapters/token.ts';
import { claiming, speaking } from '../src/bot/desk/plans.ts';
import { takeStep } from '../src/bot/desk/take-step.ts';
import { outcome } from '../src/bot/message.ts';
import { after } from '../src/handoff/after.ts';
import { newCase } from '../src/handoff/case.ts';
import { later } from '../src/handoff/later.ts';
import { type Account, account } from '../test/people/crash/account.ts';

export interface DeskSize {
  readonly agents: number;
  /** Conversations that each agent has. */
  readonly held: number;
  /** Conversations that wait for an agent. */
  readonly waiting: number;
}

/** A conversation as its person holds it. */
export interface Open {
  readonly talk: string;
  readonly token: string;
  /** Which agent has it, counted from 0; undefined while it waits. */
  readonly owner: number | undefined;
}

export interface DeskFixture {
  readonly agents: readonly Account[];
  readonly talks: readonly Open[];
}

/** Those who wait asked for a person between 2 and 32 minutes ago; by then a 留言 has been offered to them. */
const LEAST_WAIT = 2 * 60_000;
const WAITS = 30 * 60_000;

/**
 * A desk in the middle of its day, as the steps of the desk themselves make it: every agent has as much as they take,
 * half of it waits for the agent and half for the person; others wait in the queue.
 */
export async function deskFixture(dataDir: string, size: DeskSize): Promise<DeskFixture> {
  const store = await openStore({ dataDir });
  try {
    // Nothing is lost if the machine stops now, and the disk is not what is measured.
    await sql`pragma synchronous = off`.execute(store.db);
    const now = new Date().toISOString();
    const agents: Account[] = [];
    for (let nth = 0; nth < size.agents; nth++) agents.push(await account(store, `客服${nth}`, new Date()));
    const talks: Open[] = [];
    for (const [owner, { id }] of agents.entries()) {
      for (let nth = 0; nth < size.held; nth++) {
        const open = await queued(store, later(now, -LEAST_WAIT));
        talks.push({ ...open, owner });
        await taken(store, open.talk, { id, number: owner + 1 }, now, nth % 2 === 0);
      }
    }
    for (let nth = 0; nth < size.waiting; nth++) {
      const since = later(now, -LEAST_WAIT - Math.round((WAITS * nth) / size.waiting));
      talks.push({ ...(await queued(store, since)), owner: undefined });
    }
    const seenAt = new Date().toISOString();
    for (const { id } of agents) {
      await store.setPresence({ agent: id, available: true, capacity: size.held, seenAt });
    }
    return { agents, talks };
  } finally {
    await store.close();
  }
}

/** A conversation with a question, its answer and the wish for a person. */
async function queued(store: SqlStore, at: string): Promise<Pick<Open, 'talk' | 'token'>> {
  const [id, token] = [newTalkId(), newToken()];
  const talk = { channel: 'web', room: id, user: id } as const;
  const welcome = [{ text: '您好，我是备案助手。', choices: ['扫码进不去上传页面', '提示资料不完整'] }];
  await store.open({ id, talk, at, tokenHash: hashToken(token), welcome });
  const record = await store.byId(id);
  const next = record && after(record.case, { is: 'hand-over', reason: 'user_asked', at });
  const facts = { platform: 'android', osVersion: '4.4.2', appUpToDate: false, province: '广东', entry: 1 } as const;
  const common = { id, memory: {}, facts, by: 'bot', at } as const;
  await store.commit({
    ...{ ...common, seq: 1, was: newCase(at), case: newCase(at), turn: { id: 'm1', digest: '' } },
    said: '我是安卓4.4，广东的，扫码进不去上传页面',
    replies: [{ text: '请先在手机的应用市场更新阿里云APP，再重新扫码。' }],
    outcome: outcome('answer', { entry: 1 }),
  });
  await store.commit({
    ...{ ...common, seq: 3, was: newCase(at), case: next ?? newCase(at), turn: { id: 'm2', digest: '' } },
    said: '转人工',
    replies: [{ text: '已为您转人工客服排队。' }],
    outcome: outcome('handoff', { handoff: 'queued' }),
  });
  return { talk: id, token };
}

async function taken(
  store: SqlStore,
  talk: string,
  agent: { readonly id: string; readonly number: number },
  at: string,
  speaks: boolean,
): Promise<void> {
  const parts = { store, bus: { publish: () => {} } };
  const said = { text: '您好，请换一台手机再扫。', message: { id: `desk:${agent.id}:1`, digest: '' } };
  await takeStep(parts, talk, at, (record) =>
    speaks ? speaking(record, agent, said, at) : claiming(record, agent, at),
  );
}
