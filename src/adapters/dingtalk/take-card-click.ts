import { talkKey } from '../../bot/message.ts';
import type { Reception } from '../vendor/reception.ts';
import { isClaim, talkOfCall } from './agent-calls.ts';
import { type CardAnswer, done, told } from './card-answer.ts';
import { buttonsOf, lineOfCard } from './cards.ts';
import { type ClaimParts, claimByCard } from './claim-by-card.ts';
import type { Heard } from './hear.ts';
import { parseCardClick } from './parse-card-click.ts';

/**
 * Takes a click for what its button says, and tells how the card looks from
 * now on; it is worked on afterwards, since DingTalk waits 2 s at most. A
 * click of somebody else, or on what was never offered, changes nothing.
 */
export async function takeCardClick(
  parts: ClaimParts & { readonly reception: Pick<Reception<Heard>, 'take'> },
  body: unknown,
): Promise<CardAnswer> {
  const { store, time, reception } = parts;
  const click = parseCardClick(body);
  const called = click && talkOfCall(click.outTrackId);
  if (click && called !== undefined) return isClaim(click.button) ? claimByCard(parts, called, click.user) : {};
  const place = click && lineOfCard(click.outTrackId);
  if (!click || !place) return {};
  const record = await store.byId(place.talk);
  if (record?.talk.channel !== 'dingtalk') return {};
  if (record.talk.user !== click.user) return told('这些按钮是给提问的人用的。');
  const [line] = await store.lines(record.id, place.seq - 1, 1);
  const buttons = Object.entries((line?.seq === place.seq && buttonsOf(line)) || {});
  const [, choice] = buttons.find((names) => names.includes(click.button)) ?? [];
  if (choice === undefined) return {};
  const id = `card:${click.outTrackId}:${choice}`;
  const at = time.now().toISOString();
  const said = { id, at, talk: record.talk, text: choice, media: [] };
  await reception.take({ id, key: talkKey(record.talk), at, event: { is: 'said', said } });
  return done(`已选：${choice}`);
}
