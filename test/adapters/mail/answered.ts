import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { Move } from '../../../src/bot/case-store.ts';
import type { NewTalk, Ticket } from '../../../src/bot/ports.ts';
import { after } from '../../../src/handoff/after.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { newTalk } from '../store/samples.ts';

/** In the evening, and the next morning. */
export const LEFT = '2026-03-01T14:10:00.000Z';
export const ANSWERED = '2026-03-02T01:00:00.000Z';

/** A talk in which a 留言 was left. */
export async function withTicket(store: SqlStore, id: string, ticket: Partial<Ticket> = {}, talk?: Partial<NewTalk>) {
  await store.open(newTalk(id, talk));
  await store.addTicket(id, { id: `L-${id}`, at: LEFT, text: '核验一直不过', contact: 'sealed', ...ticket });
}

/** What an agent says to whoever left it, as one move: not yet done. */
export async function saying(store: SqlStore, id: string, text: string, rest: Partial<Move> = {}): Promise<Move> {
  const record = await store.byId(id);
  if (!record) throw new Error(`no talk ${id}`);
  const at = rest.at ?? ANSWERED;
  const steps: readonly Step[] = [
    { is: 'claim', agent: 'zhou', at },
    { is: 'agent-speaks', agent: 'zhou', at },
  ];
  const next = steps.reduce((now, step) => after(now, step) ?? now, record.case);
  return {
    ...{ id, at, next, was: record.case },
    ...{ told: record.told, wasTold: record.told },
    by: 'zhou',
    lines: [
      { by: 'system', reply: { text: '客服 07 已接入。' } },
      { by: 'agent', name: '客服 07', reply: { text } },
    ],
    notes: [],
    ...rest,
  };
}
