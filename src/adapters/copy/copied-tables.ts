import type { Tables } from '../store/tables.ts';

export interface CopiedTable {
  readonly name: keyof Tables;
  /** Columns that hold JSON, or nothing: what does not parse was damaged. */
  readonly json?: readonly string[];
  /** The database numbers its rows itself, and goes on behind those that were copied. */
  readonly numbered?: boolean;
}

/** What is copied row by row, each table behind those that it refers to. Pictures come and go as files, or as rows of `files`. */
export const COPIED: readonly CopiedTable[] = [
  { name: 'agents' },
  { name: 'sessions' },
  { name: 'sign_in_failures' },
  { name: 'settings', json: ['value'] },
  { name: 'presence' },
  { name: 'revisions', json: ['before', 'after'], numbered: true },
  { name: 'talks', json: ['facts', 'memory', 'context', 'life', 'told'] },
  { name: 'lines', json: ['choices', 'sources', 'files', 'outcome'] },
  { name: 'turns', json: ['answered'] },
  { name: 'asked', json: ['entries'] },
  { name: 'feedback' },
  { name: 'gaps', json: ['candidates'] },
  { name: 'tickets' },
  { name: 'notes', json: ['body'] },
  { name: 'outbox' },
  { name: 'mails' },
  { name: 'waits' },
  { name: 'ratings' },
  { name: 'phone_codes' },
  { name: 'windows' },
  { name: 'incidents' },
  { name: 'announcements' },
  { name: 'announced' },
  { name: 'inbox' },
  { name: 'vendor_memory' },
  { name: 'audit', json: ['detail'], numbered: true },
];

/** The pictures, where they are not in a folder. */
export const PICTURES = 'files' satisfies keyof Tables;

/** Of the moment, and of one place: nothing of it is copied. */
export const LEFT: readonly (keyof Tables)[] = ['leases', 'asked_rates'];

/** Signing in, and codes of a few minutes: nobody gets in again by way of a back-up. */
const OF_THE_MOMENT: readonly string[] = ['sessions', 'phone_codes'];

/** What is in a back-up. */
export const KEPT = COPIED.filter(({ name }) => !OF_THE_MOMENT.includes(name));
