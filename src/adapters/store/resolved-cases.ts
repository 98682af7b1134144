import { type Kysely, sql } from 'kysely';
import type { Outcome } from '../../bot/message.ts';
import { grouped } from '../console/reports/tally.ts';
import type { DraftedQuestion, ResolvedCase } from './asked-turn.ts';
import { askedTurns } from './learning-turns.ts';

import type { Span } from './reports.ts';
import { isTransition, textIn } from './reports-sql.ts';
import type { Tables } from './tables.ts';

/** Conversations whose lines are read at once. */
const AT_ONCE = 50;

/** What agents ended as solved or advised, the latest first. */
export async function resolvedCases(
  db: Kysely<Tables>,
  { from, to }: Span,
  limit: number,
): Promise<readonly ResolvedCase[]> {
  const ended = await db
    .selectFrom('audit as ended')
    .innerJoin('talks', 'talks.id', 'ended.talk')
    .select(['talks.id as talk', 'ended.at'])
    .select((eb) =>
      eb
        .selectFrom('audit as earlier')
        .select(({ fn }) => fn.max('earlier.at').as('at'))
        .where(isTransition('earlier'))
        .where('earlier.talk', '=', sql.ref<string>('ended.talk'))
        .where('earlier.id', '<', sql.ref<number>('ended.id'))
        .where(textIn(db, 'earlier.detail', 'to'), 'in', ['resolved', 'closed'])
        .as('after'),
    )
    .where(isTransition('ended'))
    .where('ended.at', '>=', from)
    .where('ended.at', '<', to)
    .where(textIn(db, 'ended.detail', 'to'), '=', 'resolved')
    .where(textIn(db, 'ended.detail', 'code'), 'in', ['solved', 'advised'])
    .orderBy('ended.at', 'desc')
    .orderBy('ended.id', 'desc')
    .limit(limit)
    .execute();
  const cases: ResolvedCase[] = [];
  for (let at = 0; at < ended.length; at += AT_ONCE) cases.push(...(await read(db, ended.slice(at, at + AT_ONCE))));
  return cases;
}

interface Ended {
  readonly talk: string;
  readonly at: string;
  /** When the case before it ended. */
  readonly after: string | null;
}

async function read(db: Kysely<Tables>, ended: readonly Ended[]): Promise<readonly ResolvedCase[]> {
  const talks = [...new Set(ended.map(({ talk }) => talk))];
  const byTalk = ({ talk }: { readonly talk: string }): string => talk;
  const turns = grouped(await askedTurns(db, (asked) => asked.where('asked.talk', 'in', talks)), byTalk);
  const gaps = await db.selectFrom('gaps').select(['talk', 'seq', 'question']).where('talk', 'in', talks).execute();
  const gapsOf = grouped(gaps, ({ talk, seq }) => `${talk} ${seq}`);
  const lines = await db
    .selectFrom('lines')
    .select(['talk', 'seq', 'at', 'speaker', 'said'])
    .where('talk', 'in', talks)
    .where('speaker', 'in', ['user', 'agent'])
    .orderBy('seq')
    .execute();
  const linesOf = grouped(lines, byTalk);
  const notes = await db
    .selectFrom('notes')
    .select(['talk', 'after', 'at', 'body'])
    .where('talk', 'in', talks)
    .where('kind', '=', 'draft')
    .orderBy('nth')
    .execute();
  const notesOf = grouped(notes, byTalk);

  return ended.map(({ talk, at, after }) => {
    const isOfCase = (one: { readonly at: string }): boolean => one.at <= at && (after === null || one.at > after);
    const own = (linesOf.get(talk) ?? []).filter(isOfCase);
    const agents = own.filter(({ speaker }) => speaker === 'agent');
    const first = agents[0]?.seq ?? Number.POSITIVE_INFINITY;
    return {
      talk,
      at,
      turns: (turns.get(talk) ?? [])
        .filter(isOfCase)
        .map((turn) => ({ ...turn, gaps: (gapsOf.get(`${talk} ${turn.seq}`) ?? []).map(({ question }) => question) })),
      drafts: (notesOf.get(talk) ?? []).filter(isOfCase).flatMap((note): readonly DraftedQuestion[] => {
        const asked = own.findLast(({ speaker, seq }) => speaker === 'user' && seq <= note.after);
        const { texts, outcome } = JSON.parse(note.body) as DraftBody;
        if (!asked || asked.seq > first || asked.said === '' || !outcome) return [];
        return [{ text: asked.said, kind: outcome.kind, entries: outcome.entries, drafted: texts }];
      }),
      said: agents.map(({ said }) => said),
    };
  });
}

/** What a note of a draft holds. */
interface DraftBody {
  readonly texts: readonly string[];
  readonly outcome?: Pick<Outcome, 'kind' | 'entries'>;
}
