import type { NewSession } from '../store/sessions.ts';
import { hashToken, newToken } from '../token.ts';
import { LONGEST } from './session-life.ts';

/** A session to be opened, and the token that only the browser gets. */
export function newSession(agent: string, now: Date): { readonly token: string; readonly session: NewSession } {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LONGEST).toISOString();
  return {
    token,
    session: { tokenHash: hashToken(token), agent, csrf: newToken(), at: now.toISOString(), expiresAt },
  };
}
