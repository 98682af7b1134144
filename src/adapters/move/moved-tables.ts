import type { Tables } from '../store/tables.ts';

export interface MovedTable {
  readonly name: keyof Tables;
  /** Columns that hold JSON, or nothing: what does not parse was damaged. */
  readonly json?: readonly string[];
  /** The database numbers its rows itself, and goes on behind those that were moved. */
  readonly numbered?: boolean;
}

/** What is moved row by row, each table behind those that it refers to. */
export const MOVED: readonly MovedTable[] = [
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

/** Pictures come out of the vault's folder. */
export const PICTURES = 'files' satisfies keyof Tables;

/** Of the moment, and of one place: nothing of it is moved. */
export const LEFT: readonly (keyof Tables)[] = ['leases', 'asked_rates'];
