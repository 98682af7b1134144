import { type Selectable, sql } from 'kysely';
import type { Facts } from '../../bot/facts.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import type { Told } from '../../bot/told.ts';
import { type Case, newCase } from '../../handoff/case.ts';
import type { TalksTable } from './tables.ts';

/** What a record is made of. */
export const RECORD_COLUMNS = [
  'talks.id',
  'talks.channel',
  'talks.room',
  'talks.person',
  'talks.opened_at',
  'talks.seq',
  'talks.facts',
  'talks.memory',
  'talks.context',
  'talks.life',
  'talks.told',
  'talks.spoken_at',
  'talks.blocked_at',
  'talks.read_user',
  'talks.read_agent',
  // They are numbered without gaps.
  sql<number>`coalesce((select max(notes.nth) from notes where notes.talk = talks.id), 0)`.as('notes'),
] as const;

type Row = Omit<
  Selectable<TalksTable>,
  'token_hash' | 'state' | 'epoch' | 'owner' | 'due_at' | 'moved_at' | 'identity'
> & {
  readonly notes: number;
};

export function recordOf(row: Row): TalkRecord {
  return {
    id: row.id,
    talk: { channel: row.channel as ChannelName, room: row.room, user: row.person },
    openedAt: row.opened_at,
    seq: row.seq,
    facts: JSON.parse(row.facts) as Facts,
    memory: JSON.parse(row.memory) as Record<string, unknown>,
    context: JSON.parse(row.context) as Record<string, unknown>,
    case: row.life === null ? newCase(row.opened_at) : (JSON.parse(row.life) as Case),
    told: JSON.parse(row.told) as Told,
    notes: row.notes,
    spokenAt: row.spoken_at ?? row.opened_at,
    blockedAt: row.blocked_at,
    read: { user: row.read_user, agent: row.read_agent },
  };
}

/** A case as its columns. */
export function caseColumns(life: Case): Pick<TalksTable, 'state' | 'epoch' | 'owner' | 'due_at' | 'life'> {
  const { state, epoch, owner, due } = life;
  return { state, epoch, owner, due_at: due, life: JSON.stringify(life) };
}
