import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Facts } from '../../bot/facts.ts';
import type { Store, StoredTicket, Ticket } from '../../bot/ports.ts';
import type { Tables, TicketsTable } from './tables.ts';

/** 留言, each with what is known today of the conversation it belongs to. */
export function tickets(db: Kysely<Tables>): Pick<Store, 'addTicket' | 'ticketsOf' | 'tickets' | 'finishTicket'> {
  const wanted = db
    .selectFrom('tickets')
    .innerJoin('talks', 'talks.id', 'tickets.talk')
    .select(['tickets.id', 'tickets.talk', 'tickets.at', 'message', 'contact', 'done_at', 'talks.facts'])
    .orderBy('tickets.at')
    .orderBy('tickets.id');
  return {
    async addTicket(id, ticket) {
      await db.insertInto('tickets').values(ticketToRow(id, ticket)).execute();
    },

    async ticketsOf(id) {
      return (await wanted.where('tickets.talk', '=', id).execute()).map(ticketFrom);
    },

    async tickets({ done }) {
      return (await wanted.where('done_at', done ? 'is not' : 'is', null).execute()).map(ticketFrom);
    },

    async finishTicket(ticket, at) {
      const { numUpdatedRows } = await db
        .updateTable('tickets')
        .set({ done_at: at })
        .where('id', '=', ticket)
        .where('done_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

export function ticketToRow(talk: string, ticket: Ticket): Insertable<TicketsTable> {
  return { id: ticket.id, talk, at: ticket.at, message: ticket.text, contact: ticket.contact, done_at: null };
}

function ticketFrom(row: Selectable<TicketsTable> & { readonly facts: string }): StoredTicket {
  const { id, talk, at, message, contact, done_at, facts } = row;
  return { id, at, text: message, contact, talk, facts: JSON.parse(facts) as Facts, doneAt: done_at };
}
