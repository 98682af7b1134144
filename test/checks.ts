import { type Checks, createChecks } from '../src/bot/checks/checks.ts';

/** The checks over the shipped rules. */
export const checks: Checks = await createChecks('data/rules');
