import { ChannelError } from '../../bot/channel-error.ts';
import type { Answered, Message, Picture, Talk, Unreadable } from '../../bot/message.ts';
import type { Receive, Store } from '../../bot/ports.ts';
import { UNREADABLE_LINES } from '../../bot/say-unreadable.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import { choiceOf } from './numbered-choices.ts';
import { openTalkOf } from './open-talk-of.ts';
import type { RememberedMedia } from './remembered-media.ts';

/** Something a person said through a vendor. Plain JSON: it waits in the inbox. */
export interface Said {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly talk: Talk;
  readonly text: string;
  /** The vendor's ids of its pictures. */
  readonly media: readonly string[];
  readonly unreadable?: Unreadable;
  /** A keyed digest of who it is, where that is certain. */
  readonly identity?: string;
  /** See Message. */
  readonly carriedUntil?: string;
  readonly platformDesk?: boolean;
}

interface HearSaidParts {
  readonly store: Pick<Store, 'byTalk' | 'open' | 'setIdentity' | 'turn' | 'unpark' | 'lines'>;
  readonly receive: Receive;
  /** Fetches one picture. Throws a ChannelError: `refused` where it will never come. */
  readonly load: (media: string) => Promise<Picture>;
  readonly remembered: RememberedMedia;
  /** Whether choices were shown with numbers. */
  readonly numbered: (choices: readonly string[]) => boolean;
}

/** Lines that are looked through for choices. */
const RECENT = 50;
/** Characters of one message (product rule). */
const LONGEST = 2_000;

/**
 * Lets the desk answer what a person said through a vendor: opens their talk,
 * fetches their pictures, and sets free what waited for them to write. `last`:
 * what cannot be fetched now never will be.
 */
export async function hearSaid(parts: HearSaidParts, said: Said, last: boolean): Promise<Answered> {
  const { store, receive } = parts;
  const record = await openTalkOf(store, said.talk, said.at);
  // It was answered before, and only its inbox does not know: a number would pick something else by now.
  const before = await store.turn(record.id, said.id);
  if (before) return before.answered;
  if (said.identity !== undefined) await store.setIdentity(record.id, said.identity);
  const loaded = await loadAll(parts, said, last);
  if (said.media.length > 0 && !record.facts.consent) await parts.remembered.keep(record.id, said.media, said.at);
  const message = messageOf(said, loaded);
  const text = message.pictures === undefined ? await picked(parts, record, message.text) : message.text;
  const answered = await receive({ ...message, text });
  await store.unpark(record.id, said.at);
  return answered;
}

function messageOf(said: Said, loaded: Loaded): Message {
  const { id, at, talk, text, unreadable, carriedUntil, platformDesk } = said;
  const what = loaded.missing ? 'picture' : unreadable;
  return {
    ...{ id, at, talk },
    text: what && text === '' ? UNREADABLE_LINES[what] : text.slice(0, LONGEST),
    ...(loaded.pictures.length > 0 && { pictures: loaded.pictures }),
    ...(what && loaded.pictures.length === 0 && { unreadable: what }),
    ...(carriedUntil !== undefined && { carriedUntil }),
    ...(platformDesk && { platformDesk }),
  };
}

interface Loaded {
  readonly pictures: readonly Picture[];
  /** None of them came. */
  readonly missing: boolean;
}

async function loadAll({ load }: HearSaidParts, { media }: Said, last: boolean): Promise<Loaded> {
  const pictures: Picture[] = [];
  for (const one of media) {
    try {
      pictures.push(await load(one));
    } catch (error) {
      const never = error instanceof ChannelError && error.fault === 'refused';
      if (!never && !last) throw error;
    }
  }
  return { pictures, missing: media.length > 0 && pictures.length === 0 };
}

/** What a number picks of the choices under what was said since the person last spoke. */
async function picked(
  { store, numbered }: Pick<HearSaidParts, 'store' | 'numbered'>,
  { id, seq }: TalkRecord,
  text: string,
): Promise<string> {
  const lines = await store.lines(id, Math.max(0, seq - RECENT), RECENT);
  const since = lines.slice(lines.findLastIndex(({ by }) => by === 'user') + 1);
  const asked = since.findLast(({ choices = [] }) => choices.length > 0);
  return (asked?.choices && numbered(asked.choices) && choiceOf(text, asked.choices)) || text;
}
