import { Problem } from './http-error.ts';

/** The statuses that a route may refuse with, for its description. */
export function problems<Status extends number>(...statuses: readonly Status[]): Record<Status, typeof Problem> {
  return Object.fromEntries(statuses.map((status) => [status, Problem])) as Record<Status, typeof Problem>;
}

/** Marks a route as one that wants the talk's token. */
export const WITH_TOKEN = [{ talk: [] }];

/** Marks a route as one for those who are signed in: the session's cookie, and its csrf token where it changes things. */
export const WITH_SESSION = [{ agent: [] }];
