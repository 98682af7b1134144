import type { Kysely } from 'kysely';
import type { Subject } from '../../handoff/radar.ts';
import type { Tables } from './tables.ts';

/** Rows of what was asked for a subject from a moment on. */
export function asksOf(db: Kysely<Tables>, { kind, key }: Subject, from: string) {
  const all = db.selectFrom('asked').where('asked.at', '>=', from);
  return kind === 'entry' ? all.where('asked.entry', '=', Number(key)) : all.where('asked.error', '=', key);
}
