import type { Desk } from '../adapters/web/desk.ts';

/** Stores what an agent says in a talk, and tells whoever follows it. */
export async function saidByAgent({ store, bus }: Desk, talk: string, ...texts: readonly string[]): Promise<void> {
  const record = await store.byId(talk);
  if (!record) throw new Error('The talk is gone');
  await store.move({
    id: talk,
    at: '2026-03-02T06:33:00.000Z',
    was: record.case,
    next: record.case,
    wasTold: {},
    told: {},
    by: 'system',
    lines: texts.map((text) => ({ by: 'agent', name: '客服 07', reply: { text } })),
    notes: [],
  });
  bus.publish(talk);
}
