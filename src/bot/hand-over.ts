import { after } from '../handoff/after.ts';
import { cardText } from '../handoff/card-text.ts';
import type { Reason } from '../handoff/case.ts';
import { expectedWait, positionOf } from '../handoff/queue.ts';
import { sayHours } from '../handoff/say-hours.ts';
import { cardForPerson } from './case-card-of.ts';
import type { DeskView } from './desk-view.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Next } from './dialogs/next.ts';
import { leaveTicket, type NewTicketName, ticketOf } from './leave-ticket.ts';
import { outcome } from './message.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';

export interface HandOver {
  readonly reason: Reason;
  /** The entry it is about. */
  readonly entry?: number;
  /** What a 留言 begins with, where nobody can come. */
  readonly text?: string;
  /** Whether the case card was not shown yet. */
  readonly card: boolean;
  /** How the person can be reached, where the message says it. */
  readonly reachable?: { readonly contacts: readonly string[]; readonly newTicket: () => NewTicketName };
}

/** Gives the talk to the people of the desk: into the queue where somebody is on duty, else as a 留言. */
export async function handOver(
  turn: Turn,
  { desk, knowledge }: Parts,
  { reason, entry, text = '', card, reachable }: HandOver,
): Promise<Next | undefined> {
  const { draft } = turn;
  const { at } = draft.message;
  if (draft.message.platformDesk) return handOn(turn, knowledge, { entry, card });
  const view = await desk(at);
  const settle = (handoff: 'queued' | 'ticket') => turn.settle(outcome('handoff', { entry: entry ?? null, handoff }));
  if (!view.open || view.onDuty === 0) {
    if (reachable) {
      const { contacts, newTicket } = reachable;
      await leaveTicket(turn, { ticket: newTicket(), before: text, contacts, reason });
      return undefined;
    }
    // Until something is left there is no 留言 for the agents to find.
    await turn.say({
      text: view.open || !view.hours ? phrases.ticketAsk : phrases.ticketAskOutside(sayHours(view.hours)),
      choices: [phrases.leaveIt],
    });
    settle('ticket');
    return { dialog: 'ticket', state: { text, asked: 0, reason } };
  }
  draft.step = { is: 'hand-over', reason, at };
  const waitsFor = after(draft.case, draft.step)?.reason ?? reason;
  const queued = queuedText(draft.record.id, view, waitsFor, at);
  if (reachable) {
    const { contacts, newTicket } = reachable;
    draft.ticket = ticketOf(draft, { ticket: newTicket(), before: text, contacts });
  }
  await turn.say({ text: reachable ? `${queued}\n\n${phrases.contactKept}` : queued, choices: QUEUE_CHOICES });
  if (card) await showCard(turn, knowledge, phrases.cardWrong);
  settle('queued');
  return undefined;
}

/** The platform's own people come, whom the channel calls; the case stays with the assistant. */
async function handOn(
  turn: Turn,
  knowledge: Parts['knowledge'],
  { entry, card }: Pick<HandOver, 'card'> & { readonly entry: number | undefined },
): Promise<undefined> {
  await turn.say({ text: phrases.handedOn });
  if (card) await showCard(turn, knowledge);
  turn.settle(outcome('handoff', { entry: entry ?? null, handoff: 'queued' }));
}

async function showCard(turn: Turn, knowledge: Parts['knowledge'], ...after: readonly string[]): Promise<void> {
  const { record, facts } = turn.draft;
  const fields = cardForPerson({ ...record, facts }, knowledge).filter(({ key }) => key !== 'channel');
  if (fields.length > 0) await turn.say({ text: [cardText(fields), ...after].join('\n\n') });
}

export const QUEUE_CHOICES = [phrases.waitOn, phrases.leaveMessage, phrases.withBot];

/** The place in the queue, and the wait where enough were measured. */
export function queuedText(talk: string, view: DeskView, reason: Reason, at: string): string {
  const mine = view.waiting.find((one) => one.talk === talk) ?? {
    talk,
    waitingSince: at,
    front: false,
    preferred: null,
  };
  const others = view.waiting.filter((one) => one.talk !== talk);
  const position = positionOf(talk, [...others, { ...mine, reason }], at) ?? 1;
  const wait = expectedWait(view.waits, position - 1, view.onDuty);
  return phrases.queued(position - 1, wait === undefined ? undefined : Math.max(1, Math.round(wait / 60_000)));
}
