import { LEFT, MOVED } from '../move/moved-tables.ts';

/** Signing in, and codes of a few minutes: nobody gets in again by way of a back-up. */
const OF_THE_MOMENT: readonly string[] = [...LEFT, 'sessions', 'phone_codes'];

/** Tables whose rows are in a back-up, each behind those that it refers to. Pictures lie beside them, as files. */
export const KEPT = MOVED.filter(({ name }) => !OF_THE_MOMENT.includes(name));

/** Tables that are there and empty. */
export const EMPTIED = [...OF_THE_MOMENT, 'files'];
