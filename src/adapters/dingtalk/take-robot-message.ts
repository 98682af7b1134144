import { talkKey } from '../../bot/message.ts';
import type { Reception } from '../vendor/reception.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { type Heard, heardOf } from './hear.ts';
import { parseRobotMessage } from './parse-robot-message.ts';

/** Keeps a robot message; resolves once it is on disk. What no person wrote is passed over. */
export async function takeRobotMessage(
  {
    reception,
    seal,
    time,
    log,
  }: Pick<VendorParts, 'seal' | 'time' | 'log'> & { readonly reception: Pick<Reception<Heard>, 'take'> },
  body: unknown,
): Promise<void> {
  const message = parseRobotMessage(body);
  if (message === 'quota') {
    log.warn('钉钉本月的消息推送额度用完了，机器人收不到消息：请在开放平台升级额度，或者等到下个月。');
    return;
  }
  if (!message) {
    log.warn('DingTalk pushed a message that could not be read');
    return;
  }
  const event = heardOf(message, { seal, time });
  const { at } = event.is === 'said' ? event.said : event;
  await reception.take({ id: message.id, key: talkKey(message.talk), at, event });
}
