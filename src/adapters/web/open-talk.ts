import type { Line } from '../../bot/message.ts';
import { hashToken, newTalkId, newToken } from '../token.ts';
import type { Web } from './web.ts';

/** A talk that was just opened, with the only copy of its token, and what it begins with. */
export interface OpenedTalk {
  readonly talk: string;
  readonly token: string;
  readonly messages: readonly Line[];
}

/** Opens a talk for somebody at the web: its own room, its own person. */
export async function openTalk(web: Pick<Web, 'store' | 'clock' | 'welcome'>): Promise<OpenedTalk> {
  const talk = newTalkId();
  const token = newToken();
  const messages = await web.store.open({
    id: talk,
    talk: { channel: 'web', room: talk, user: talk },
    at: web.clock().toISOString(),
    tokenHash: hashToken(token),
    welcome: web.welcome(),
  });
  return { talk, token, messages };
}
