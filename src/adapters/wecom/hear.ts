import type { Receive } from '../../bot/ports.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import { hearSaid, type Said } from '../vendor/hear-said.ts';
import { openTalkOf } from '../vendor/open-talk-of.ts';
import { rememberedMedia } from '../vendor/remembered-media.ts';
import { sayUnasked } from '../vendor/say-unasked.ts';
import type { WecomEvent } from './event-of.ts';
import { handOnOnceSaid, wantServicer } from './hand-on.ts';
import { identityOf } from './identity-of.ts';
import { fitsMenu } from './menu.ts';
import { pictureOf } from './picture-of.ts';
import { openWindow } from './sent-last.ts';
import { isWithServicer, stateOf } from './service-state.ts';
import { unmute } from './servicer.ts';
import { SERVICER, type WecomParts } from './wecom-parts.ts';
import { SCORES, wecomWords } from './wecom-words.ts';

/** Lets the desk answer what a customer said. */
export async function hear(
  wecom: WecomParts,
  receive: Receive,
  { said, menu }: WecomEvent & { readonly is: 'said' },
  last: boolean,
): Promise<void> {
  const { store, api, config } = wecom;
  const record = await openTalkOf(store, said.talk, said.at);
  await openWindow(wecom, record.id, said.at);
  const scored = SCORES.find(({ id }) => id === menu);
  if (scored) {
    await store.rate(record.id, { score: scored.score, said: null }, said.at);
    return sayUnasked(wecom, record.id, [{ text: wecomWords.thanks }], wecom.now());
  }
  const withServicer = await isHeld(wecom, record);
  const identity = await identityOf(wecom, said.talk.user);
  const answered = await hearSaid(
    {
      ...{ store, receive },
      load: (media) => pictureOf(api, media),
      remembered: rememberedMedia('wecom', { vendor: store.vendor, seal: wecom.seal }),
      numbered: (choices) => !fitsMenu(choices),
    },
    {
      ...(withServicer ? unseen(said) : said),
      ...(identity !== undefined && { identity }),
      ...(config.desk === 'platform' && { platformDesk: true }),
    },
    last,
  );
  const wantsPerson = answered.outcome.kind === 'handoff' && answered.outcome.handoff === 'queued';
  if (config.desk !== 'platform') return;
  if (wantsPerson && !withServicer) await wantServicer(wecom, record.id);
  await handOnOnceSaid(wecom, record.id);
}

/** Whether a servicer still has it; where we missed that they ended it, the assistant has it from here on. */
async function isHeld(wecom: WecomParts, { id, talk, case: { owner } }: TalkRecord): Promise<boolean> {
  if (owner !== SERVICER) return false;
  const state = await stateOf(wecom, talk);
  if (state === undefined || isWithServicer(state)) return true;
  await unmute(wecom, id, wecom.now());
  return false;
}

/** The servicer sees the picture in WeCom: it is not fetched, and nobody is asked whether it may be. */
function unseen(said: Said): Said {
  return said.media.length === 0 ? said : { ...said, media: [], unreadable: 'picture' };
}
