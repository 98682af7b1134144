import type { Tables } from '../../store/tables.ts';

/** A column of sealed text, with what finds one of its rows. */
export interface SealedColumn {
  readonly table: keyof Tables;
  readonly key: readonly string[];
  readonly column: string;
}

/** Every column that `seal` writes to. Of `vendor_memory` only some values are sealed: they begin like it. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'vendor_memory', key: ['name'], column: 'value' },
  { table: 'agents', key: ['id'], column: 'totp' },
  { table: 'agents', key: ['id'], column: 'totp_pending' },
  { table: 'tickets', key: ['id'], column: 'contact' },
  { table: 'inbox', key: ['channel', 'id'], column: 'sealed' },
  { table: 'phone_codes', key: ['hash'], column: 'sealed' },
];
