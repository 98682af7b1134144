import type { Insertable, Kysely } from 'kysely';
import type { Facts } from '../../bot/facts.ts';
import type { Store, Ticket } from '../../bot/ports.ts';
import type { Tables, TicketsTable } from './tables.ts';

/** 留言, each with what is known today of the conversation it belongs to. */
export function tickets(db: Kysely<Tables>): Pick<Store, 'addTicket' | 'tickets' | 'finishTicket'> {
  return {
    async addTicket(id, ticket) {
      await db.insertInto('tickets').values(ticketToRow(id, ticket)).execute();
    },

    async tickets({ done }) {
      const rows = await db
        .selectFrom('tickets')
        .innerJoin('talks', 'talks.id', 'tickets.talk')
        .select(['tickets.id', 'tickets.talk', 'tickets.at', 'message', 'contact', 'done_at', 'talks.facts'])
        .where('done_at', done ? 'is not' : 'is', null)
        .orderBy('tickets.at')
        .orderBy('tickets.id')
        .execute();
      return rows.map(({ id, talk, at, message, contact, done_at, facts }) => ({
        id,
        at,
        text: message,
        contact,
        talk,
        facts: JSON.parse(facts) as Facts,
        doneAt: done_at,
      }));
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
