import type { Answered, Picture, Talk } from '../../bot/message.ts';
import type { Receive } from '../../bot/ports.ts';
import { botMaySpeak } from '../../handoff/may-speak.ts';
import { hearSaid, type Said } from '../vendor/hear-said.ts';
import { openTalkOf } from '../vendor/open-talk-of.ts';
import type { RememberedMedia } from '../vendor/remembered-media.ts';
import { sayUnasked } from '../vendor/say-unasked.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { linkCodeIn } from './link-agent.ts';
import type { RobotMessage, Session } from './parse-robot-message.ts';
import type { Sessions } from './sessions.ts';

/** What waits in the inbox. */
export type Heard =
  | { readonly is: 'said'; readonly said: Said; readonly session?: Session | undefined }
  /** Called by name, without a word. */
  | { readonly is: 'called'; readonly talk: Talk; readonly at: string; readonly session?: Session | undefined }
  /** An agent says whose account this is. Nothing of it becomes part of a conversation. */
  | {
      readonly is: 'link';
      readonly talk: Talk;
      readonly at: string;
      readonly code: string;
      readonly session?: Session | undefined;
    };

interface HearParts extends Pick<VendorParts, 'store' | 'bus' | 'welcome'> {
  readonly receive: Receive;
  readonly sessions: Sessions;
  readonly remembered: RememberedMedia;
  readonly load: (downloadCode: string) => Promise<Picture>;
  readonly link: (talk: Talk, code: string) => Promise<void>;
}

/** What is kept of a message. A union id is the same for all robots of one developer, so that it tells who somebody is. */
export function heardOf(
  { id, at, talk, unionId, text, media, unreadable, session }: RobotMessage,
  { seal, time }: Pick<VendorParts, 'seal' | 'time'>,
): Heard {
  const now = time.now();
  // What was said later than now was said by a clock that is wrong.
  const when = new Date(Math.min(at ?? now.getTime(), now.getTime())).toISOString();
  if (text === '' && media.length === 0 && !unreadable) return { is: 'called', talk, at: when, session };
  const code = media.length === 0 ? linkCodeIn(text) : undefined;
  if (code !== undefined) return { is: 'link', talk, at: when, code, session };
  return {
    is: 'said',
    said: {
      ...{ id, at: when, talk, text, media },
      ...(unreadable && { unreadable }),
      ...(unionId !== undefined && { identity: seal.digest(`dingtalk-unionid\n${unionId}`) }),
    },
    session,
  };
}

/** Works on what waits in the inbox. */
export async function hear(parts: HearParts, heard: Heard, last: boolean): Promise<Answered | undefined> {
  const { store, receive, sessions, remembered, load } = parts;
  const { talk, at } = heard.is === 'said' ? heard.said : heard;
  if (heard.session) await sessions.keep(talk, heard.session, at);
  if (heard.is === 'said') {
    return hearSaid({ store, receive, load, remembered, numbered: () => true }, heard.said, last);
  }
  if (heard.is === 'link') {
    await parts.link(talk, heard.code);
    return undefined;
  }
  const record = await openTalkOf(store, talk, at);
  if (botMaySpeak(record.case)) await sayUnasked(parts, record.id, parts.welcome(), at);
  await store.unpark(record.id, at);
  return undefined;
}
