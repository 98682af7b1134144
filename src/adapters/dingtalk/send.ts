import type { Line } from '../../bot/message.ts';
import type { Shipment } from '../../bot/ports.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import { numberedChoices } from '../vendor/numbered-choices.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import type { DingtalkApi } from './api.ts';
import { cardOf, isNoCard, showCard } from './cards.ts';
import { mayHaveCard, messagesOf, type Outgoing } from './messages-of.ts';
import type { Reach } from './reach.ts';
import { dingtalkMarkdown } from './render.ts';
import { sendLink, sendPicture, tellShownAlone } from './send-files.ts';

export interface SendParts extends Pick<VendorParts, 'store' | 'seal' | 'vault' | 'time' | 'publicUrl' | 'log'> {
  readonly config: DingtalkConfig;
  readonly api: DingtalkApi;
  readonly reach: Reach;
}

/**
 * Sends lines in order, each message of one after the other; what went out at an earlier try does not go out again.
 * The buttons come last: of all lines the last ones, since what was offered before is no longer asked.
 */
export async function sendLines(parts: SendParts, shipment: Shipment): Promise<void> {
  const { to, lines } = shipment;
  const cards = parts.config.cardTemplateId !== undefined;
  const asking = lines.findLast((line) => mayHaveCard(line, to, cards));
  const reach = namedOnce(parts.reach);
  for (const line of lines) {
    const messages = messagesOf(line, to, { cards });
    for (const [at, message] of messages.entries()) {
      if (at < line.parts) continue;
      await sendOne({ ...parts, reach }, shipment, message);
      if (messages.length > 1 || line === asking) await shipment.begun(line.seq, at + 1);
    }
    if (line !== asking) await shipment.arrived(line.seq);
  }
  if (!asking) return;
  await sendCard({ ...parts, reach }, shipment, asking);
  await shipment.arrived(asking.seq);
}

/** In a group the person is named once, in the first message. */
function namedOnce(reach: Reach): Reach {
  let isNamed = false;
  return {
    ...reach,
    async say(to, message) {
      await reach.say(to, message, { names: !isNamed });
      isNamed = true;
    },
  };
}

function sendOne(parts: SendParts, shipment: Shipment, message: Outgoing): Promise<void> {
  switch (message.is) {
    case 'words':
      return parts.reach.say(shipment.to, message.words);
    case 'picture':
      return sendPicture(parts, shipment, message);
    case 'shown-alone':
      return tellShownAlone(parts, shipment, message.files);
    case 'files':
      return sendLink(parts, shipment, message.files);
  }
}

/** The buttons of a line, where its choices still hold; where no card can be shown, they are written out after all. */
async function sendCard(
  { config, store, api, reach, log }: SendParts,
  { to, talk }: Shipment,
  line: Line,
): Promise<void> {
  const record = await store.byId(talk);
  const isTaken = line.by === 'bot' && record?.case.owner !== null;
  if (!record || isTaken || (await hasSpokenSince(store, talk, line.seq))) return;
  const card = cardOf(talk, line, { called: record.case.waitingSince !== null });
  if (!card) return;
  try {
    await showCard(api, config, { ...to, channel: 'dingtalk' }, card);
  } catch (error) {
    if (!isNoCard(error)) throw error;
    log.warn({ err: error }, 'DingTalk card could not be shown: check DINGTALK_CARD_TEMPLATE_ID');
    const { choices = [] } = line;
    if (choices.length > 0) await reach.say(to, { title: '请选择', text: dingtalkMarkdown(numberedChoices(choices)) });
  }
}

/** Lines that are looked through. */
const RECENT = 50;

async function hasSpokenSince(store: SendParts['store'], talk: string, seq: number): Promise<boolean> {
  return (await store.lines(talk, seq, RECENT)).some(({ by }) => by === 'user');
}
