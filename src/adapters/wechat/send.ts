import { ChannelError } from '../../bot/channel-error.ts';
import type { Shipment } from '../../bot/ports.ts';
import { splitText } from '../vendor/split-text.ts';
import { compose, MOST, type Outgoing, written } from './compose.ts';
import { faultOf, refusalIn } from './faults.ts';
import { howToGoOn } from './go-on.ts';
import { uploadPicture } from './media.ts';
import { menuOf } from './menu.ts';
import { sayLine } from './say-line.ts';
import type { Wechat } from './wechat.ts';
import { closedByPlatform } from './windows.ts';

const TOO_LONG = 45002;
const CLOSED: readonly number[] = [45015, 45047];

/** Sends lines as customer-service messages, as few as they fit into. Throws a ChannelError; `window` where none is left. */
export async function send(wechat: Wechat, shipment: Shipment): Promise<void> {
  if (!wechat.config.verified) throw closed('未认证的公众号只能在对方写的时候回复：等对方再写一句，就随回复送到。');
  const { talk, lines } = shipment;
  const said = await Promise.all(lines.map((line) => sayLine(wechat, talk, line)));
  for (const message of compose(said)) {
    await sendMessage(wechat, shipment, message);
    if (message.begun) await shipment.begun(message.begun.seq, message.begun.parts);
    if (message.done.length > 0) await shipment.arrived(...message.done);
  }
}

async function sendMessage(wechat: Wechat, shipment: Shipment, message: Outgoing): Promise<void> {
  const { talk, to } = shipment;
  const { parts, api } = wechat;
  const window = await parts.store.windows.windowOf(talk);
  const more = window?.left === 1 && (await goesOn(wechat, shipment, message)) ? await howToGoOn(wechat, talk) : '';
  const post = (body: object): Promise<void> => spending(wechat, talk, { touser: to.user, ...body });
  if (!message.picture) return sendText(message, more, post);
  if (more !== '') {
    // A picture cannot say how to go on, so it waits for the next window.
    await post(textOf(`客服发来一张图片。\n\n${more}`));
    throw closed('剩下的图片等对方再写才能发。');
  }
  const file = await parts.vault.get(talk, message.picture.id);
  if (file) await post({ msgtype: 'image', image: { media_id: await uploadPicture(api, file) } });
}

/** More of this is to come, or somebody may go on speaking unasked. */
async function goesOn({ parts }: Wechat, { talk, lines }: Shipment, { done }: Outgoing): Promise<boolean> {
  if (lines.at(-1)?.seq !== done.at(-1)) return true;
  const record = await parts.store.byId(talk);
  return record !== undefined && record.case.state !== 'bot' && record.case.state !== 'closed';
}

type Post = (body: object) => Promise<void>;

/** A menu where it makes one; where the text is too long after all, in two, once. */
async function sendText(message: Outgoing, more: string, post: Post): Promise<void> {
  const whole = [written(message), more].filter((part) => part !== '').join('\n\n');
  try {
    return await post(menuOf(message, more) ?? textOf(whole));
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    for (const piece of splitText(whole, MOST / 2)) await post(textOf(piece));
  }
}

function textOf(content: string): object {
  return { msgtype: 'text', text: { content } };
}

class TooLong extends ChannelError {}

/** Sends one message, which uses one of the window's; it is given back where the platform did not take it. */
async function spending({ parts, api }: Wechat, talk: string, body: object): Promise<void> {
  const { store, time } = parts;
  const now = time.now().toISOString();
  if (!(await store.windows.spend(talk, now))) throw closed('这个用户现在不能主动发：等对方再写才能发。');
  try {
    const refusal = refusalIn(await api.call('message/custom/send', { body }, [TOO_LONG, ...CLOSED]));
    if (!refusal) return;
    if (CLOSED.includes(refusal.errcode)) await closedByPlatform(store, talk, now);
    const fault = faultOf(refusal);
    throw refusal.errcode === TOO_LONG ? new TooLong('wechat', 'refused', fault.message) : fault;
  } catch (error) {
    await store.windows.refund(talk);
    throw error;
  }
}

function closed(message: string): ChannelError {
  return new ChannelError('wechat', 'window', message);
}
