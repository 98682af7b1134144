import type { LookAtDesk } from '../src/bot/desk-view.ts';

/** A desk with nobody on duty. */
export const alone: LookAtDesk = async () => ({ open: true, hours: undefined, onDuty: 0, waiting: [], waits: [] });
