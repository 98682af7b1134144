import type { Sending } from '../../bot/case-store.ts';
import type { Line } from '../../bot/message.ts';
import type { Store } from '../../bot/ports.ts';
import { answersTo } from './answers-to.ts';

/** A way that an agent's words take to their person, and how far they are. */
interface Way {
  readonly way: 'mail' | 'channel' | 'link';
  /** `waits`: for its person to write again. */
  readonly state: 'sent' | 'under-way' | 'waits' | 'dead';
}

type Told = Line & { readonly delivery?: readonly Way[] };

interface DeliveryParts {
  readonly links: boolean;
  readonly store: Pick<Store, 'ticketsOf' | 'sendings'>;
}

/** Lines of a talk; those by agents tell how they reach their person. */
export async function withDelivery(
  { store, links }: DeliveryParts,
  talk: string,
  lines: readonly Line[],
): Promise<readonly Told[]> {
  if (!lines.some(({ by }) => by === 'agent')) return lines;
  const [sendings, tickets] = [await store.sendings(talk), links ? await store.ticketsOf(talk) : []];
  const linked = new Set(tickets.flatMap((one) => answersTo(one, tickets, lines)));
  return lines.map((line) => {
    if (line.by !== 'agent') return line;
    const own = sendings.filter(({ seq }) => seq === line.seq);
    const mail = own.find(({ way }) => way === 'mail');
    // A line without one is fetched: it stands where its person reads it.
    const channel = own.find(({ way }) => way === 'channel');
    const delivery: readonly Way[] = [
      { way: 'channel', state: channel ? stateOf(channel) : 'sent' },
      ...(mail ? [{ way: 'mail', state: stateOf(mail) } as const] : []),
      ...(linked.has(line) ? [{ way: 'link', state: 'sent' } as const] : []),
    ];
    return { ...line, delivery };
  });
}

function stateOf({ settled, parked }: Sending): Way['state'] {
  if (settled === null) return parked ? 'waits' : 'under-way';
  return settled === 'sent' ? 'sent' : 'dead';
}
