import { ChannelError } from '../../bot/channel-error.ts';
import type { Shipment } from '../../bot/ports.ts';
import { bodyOf } from './body-of.ts';
import { goOn } from './go-on.ts';
import { heldBy, messageId } from './message-id.ts';
import { messagesOf, type OutMessage } from './messages-of.ts';
import { rememberSent, sentLast } from './sent-last.ts';
import { endsOf, type WecomParts } from './wecom-parts.ts';
import { COUNT_OVER, WecomRefusal } from './wecom-refusal.ts';

/** Sends lines by the API, in order, each message once; throws where one does not go out. */
export async function sendMessages(wecom: WecomParts, { to, talk, lines, arrived, begun }: Shipment): Promise<void> {
  const { api, seal, now } = wecom;
  const before = await sentLast(wecom, talk);
  let { times } = before;
  const remember = (tried: string) => rememberSent(wecom, talk, { tried, times });
  const messages = messagesOf(lines, heldBy(before.tried));
  for (const [at, message] of messages.entries()) {
    const msgid = messageId(seal, talk, message.seqs, message.part);
    const again = msgid === before.tried;
    const isLast = !again && (await spend(wecom, talk));
    const goesOn = isLast && (at < messages.length - 1 || (await isHeld(wecom, talk)));
    const body = await bodyOf(wecom, talk, message.content, goesOn ? await goOn(wecom, talk) : undefined);
    if (!again) {
      times = [...times, now()];
      await remember(msgid);
    }
    try {
      const { open_kfid, external_userid } = endsOf(to);
      await api.call('kf/send_msg', { touser: external_userid, open_kfid, msgid, ...body });
    } catch (error) {
      // The same message is refused that was good when nobody heard the answer: WeCom knows its msgid. With which code, it does not document.
      const isThere = again && error instanceof WecomRefusal && error.fault === 'refused';
      if (error instanceof WecomRefusal && !isThere) {
        times = times.slice(0, -1);
        await remember('');
        await giveBack(wecom, talk, error);
      }
      if (!isThere) throw error;
    }
    await settle(message, { arrived, begun });
  }
}

/** Somebody may go on speaking unasked. */
async function isHeld({ store }: WecomParts, talk: string): Promise<boolean> {
  const record = await store.byId(talk);
  return record !== undefined && record.case.state !== 'bot' && record.case.state !== 'closed';
}

async function settle({ done, begun: rest }: OutMessage, told: Pick<Shipment, 'arrived' | 'begun'>): Promise<void> {
  await told.arrived(...done);
  if (rest) await told.begun(rest.seq, rest.parts);
}

/** Uses one of the messages that are left; tells whether it is the last one. */
async function spend({ store: { windows }, now }: WecomParts, talk: string): Promise<boolean> {
  const window = await windows.windowOf(talk);
  if (!window) return false;
  if (await windows.spend(talk, now())) return window.left === 1;
  const why = window.until <= now() ? '对方超过 48 小时没有发消息' : '对方没有再发消息，微信只允许连发 5 条';
  throw new ChannelError('wecom', 'window', `${why}，等对方再发消息后接着发。`);
}

/** What WeCom refused was not used; where it says that nothing is left, nothing is. */
async function giveBack({ store: { windows } }: WecomParts, talk: string, refusal: WecomRefusal): Promise<void> {
  const window = await windows.windowOf(talk);
  if (window && refusal.errcode === COUNT_OVER) await windows.openWindow(talk, { ...window, left: 0 });
  else if (window) await windows.refund(talk);
}
