import { ChannelError } from '../../bot/channel-error.ts';
import type { Shipment } from '../../bot/ports.ts';
import { handOnOnceSaid } from './hand-on.ts';
import { sendMessages } from './send-messages.ts';
import { isWithServicer, stateOf } from './service-state.ts';
import { mute } from './servicer.ts';
import { SERVICER, type WecomParts } from './wecom-parts.ts';
import { NOT_IN_THIS_STATE, WecomRefusal } from './wecom-refusal.ts';

/** Delivers lines of a talk; once they are out, a servicer is called where one is wanted. */
export async function send(wecom: WecomParts, shipment: Shipment): Promise<void> {
  const { store, config } = wecom;
  const { to, talk, lines } = shipment;
  const record = await store.byId(talk);
  if (record?.case.owner === SERVICER) {
    throw new ChannelError('wecom', 'refused', '企业微信里的接待人员正在接待，这一条没有发给对方。');
  }
  try {
    await sendMessages(wecom, shipment);
  } catch (error) {
    const isMuted = error instanceof WecomRefusal && error.errcode === NOT_IN_THIS_STATE;
    // A servicer took the session, and we have not heard of it yet.
    if (isMuted && isWithServicer(await stateOf(wecom, to))) await mute(wecom, talk, wecom.now());
    throw error;
  }
  if (config.desk === 'platform') {
    await shipment.arrived(...lines.map(({ seq }) => seq));
    await handOnOnceSaid(wecom, talk);
  }
}
