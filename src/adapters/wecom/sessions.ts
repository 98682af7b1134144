import { openTalkOf } from '../vendor/open-talk-of.ts';
import { textBody } from './body-of.ts';
import type { WecomEvent } from './event-of.ts';
import { sayOnEvent } from './say-on-event.ts';
import { mute, record, unmute } from './servicer.ts';
import { SERVICER, type WecomParts } from './wecom-parts.ts';
import { SCORES, wecomWords } from './wecom-words.ts';

/** What `change_type` of session_status_change says. */
const FROM_POOL = 1;
const OVER = 3;

/** A servicer took a session, handed it to another one, began it again, or ended it. */
export async function sessionChanged(
  wecom: WecomParts,
  { talk, at, change, code }: WecomEvent & { readonly is: 'session' },
): Promise<void> {
  const { id, case: before } = await openTalkOf(wecom.store, talk, at);
  if (change !== OVER) {
    await mute(wecom, id, at);
    if (change === FROM_POOL && code) await sayOnEvent(wecom, code, textBody(wecomWords.joined));
    return;
  }
  await unmute(wecom, id, at);
  if (before.owner === SERVICER && code) await sayOnEvent(wecom, code, scoreMenu());
}

/** A servicer wrote: into our record, too. */
export async function servicerSaid(
  wecom: WecomParts,
  { id, talk, at, text }: WecomEvent & { readonly is: 'servicer-said' },
): Promise<void> {
  const opened = await openTalkOf(wecom.store, talk, at);
  await record(wecom, opened.id, { id, at, text });
}

function scoreMenu(): object {
  return {
    msgtype: 'msgmenu',
    msgmenu: {
      head_content: wecomWords.over,
      list: SCORES.map(({ id, content }) => ({ type: 'click', click: { id, content } })),
      tail_content: wecomWords.overTail,
    },
  };
}
