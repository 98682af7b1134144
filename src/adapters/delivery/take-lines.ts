import type { UnderWay } from '../../bot/case-store.ts';
import type { Line } from '../../bot/message.ts';
import type { Store } from '../../bot/ports.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import { later } from '../../handoff/later.ts';
import { fateOf } from '../../handoff/outbox.ts';

/** Milliseconds that one message may take; after that somebody else may try, since whoever had it may have died. */
export const LEASE = 60_000;
/** Lines that are taken together. */
const TOGETHER = 20;

export interface TakenLine {
  readonly delivery: UnderWay;
  readonly line: Line;
}

export interface TakenLines {
  readonly record: TalkRecord;
  /** In order; may be empty. */
  readonly lines: readonly TakenLine[];
}

export type TakeStore = Pick<Store, 'byId' | 'lines' | 'underWay' | 'lease' | 'settle' | 'note'>;

/**
 * Takes the lines of a talk that are to be sent now, so that nobody else sends
 * them; `early` also those that are not due yet. A text of the assistant that
 * comes too late becomes a draft, and what is no longer true is dropped.
 */
export async function takeLines(
  store: TakeStore,
  talk: string,
  at: string,
  { early = false }: { readonly early?: boolean } = {},
): Promise<TakenLines | undefined> {
  const waiting = (await store.underWay(talk)).slice(0, TOGETHER);
  const [first] = waiting;
  const last = waiting.at(-1);
  if (!first || !last) return undefined;
  const record = await store.byId(talk);
  const said = new Map((await store.lines(talk, first.seq - 1, last.seq - first.seq + 1)).map((one) => [one.seq, one]));
  const lines: TakenLine[] = [];
  for (const delivery of waiting) {
    if (delivery.leasedUntil !== null && delivery.leasedUntil > at) break;
    const line = said.get(delivery.seq);
    if (!record || !line) {
      await store.settle(delivery, 'dropped', at, 'erased');
      continue;
    }
    if (!early && delivery.dueAt > at) break;
    const { by, epoch, holds } = delivery;
    const fate = fateOf({ by, epoch, ...(holds && { holds }) }, record.case);
    if (fate !== 'send') {
      await store.settle(delivery, fate === 'draft' ? 'drafted' : 'dropped', at);
      if (fate === 'draft') await store.note(talk, { kind: 'draft', author: null, body: { texts: [line.text] } }, at);
      continue;
    }
    if (!(await store.lease(delivery, at, later(at, LEASE)))) break;
    lines.push({ delivery, line });
  }
  return record && { record, lines };
}
