import { agentName } from '../../bot/desk/desk-phrases.ts';
import type { ChannelName } from '../../bot/message.ts';
import { phrases } from '../../bot/phrases.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import type { DingtalkApi } from './api.ts';
import { changeCard, isNoCard, paramsOf, showCard } from './cards.ts';
import type { Reach } from './reach.ts';
import { dingtalkMarkdown } from './render.ts';

/** What the button of a call says. */
const CLAIM = '接入';
/** Milliseconds until a card is settled by us: the click that settled it has to be answered first, within 2 s. */
const SETTLE = 5_000;

const CHANNELS: Readonly<Record<ChannelName, string>> = {
  ...{ web: '网页', dingtalk: '钉钉', wechat: '公众号', wecom: '微信客服', terminal: '终端' },
};

/** How a group of agents is called. */
export interface AgentCalls {
  /** Somebody waits: a card with a button where there is a template, else a text. Throws a ChannelError. */
  call(record: TalkRecord): Promise<void>;
  /** These still wait; the cards of all others are settled, whichever way it went. */
  keep(waiting: ReadonlySet<string>): void;
}

interface AgentCallsParts extends Pick<VendorParts, 'store' | 'people' | 'time' | 'publicUrl' | 'log'> {
  readonly config: DingtalkConfig;
  readonly api: DingtalkApi;
  readonly reach: Pick<Reach, 'toGroup'>;
  readonly onFault: (error: unknown) => void;
}

export function agentCalls(parts: AgentCallsParts, group: string): AgentCalls {
  const { config, api, reach, time, publicUrl, log, onFault } = parts;
  /** Cards that have their button, by talk. What an earlier process showed is settled by the next click on it. */
  const open = new Map<string, string>();
  const settle = async (talk: string, outTrackId: string): Promise<void> => {
    await changeCard(api, outTrackId, { state: 'done', picked: await whoHas(parts, talk) });
  };
  return {
    async call(record) {
      const { hint, text } = noticeOf(record, publicUrl);
      if (config.cardTemplateId !== undefined) {
        const outTrackId = `call-${Date.parse(record.case.waitingSince ?? record.case.since)}-${record.id}`;
        try {
          const params = paramsOf(hint, { b1: CLAIM });
          await showCard(api, config, { channel: 'dingtalk', room: group, user: '' }, { outTrackId, params });
          open.set(record.id, outTrackId);
          return;
        } catch (error) {
          if (!isNoCard(error)) throw error;
          log.warn({ err: error }, 'DingTalk card could not be shown: check DINGTALK_CARD_TEMPLATE_ID');
        }
      }
      await reach.toGroup(group, { title: '有用户在排队', text: dingtalkMarkdown(text) });
    },
    keep(waiting) {
      for (const [talk, outTrackId] of open) {
        if (waiting.has(talk)) continue;
        open.delete(talk);
        time.after(SETTLE, () => void settle(talk, outTrackId).catch(onFault));
      }
    },
  };
}

/** Whether a button of such a card, by its variable or its words, is the one. */
export function isClaim(button: string): boolean {
  return button === 'b1' || button === CLAIM;
}

/** The talk that a card calls for. */
export function talkOfCall(outTrackId: string): string | undefined {
  return /^call-\d{1,15}-(.+)$/.exec(outTrackId)?.[1];
}

/** Who has a talk by now, as a card says it to all who are there. */
export async function whoHas({ store, people }: Pick<VendorParts, 'store' | 'people'>, talk: string): Promise<string> {
  const owner = (await store.byId(talk))?.case.owner ?? null;
  const agent = owner === null ? undefined : await people.agents.byId(owner);
  return agent ? takenBy(agent) : '已经不在排队';
}

export function takenBy({ number }: { readonly number: number }): string {
  return `${agentName(number)} 已接入`;
}

export function deskAddress(publicUrl: string | undefined, talk: string): string | undefined {
  return publicUrl === undefined ? undefined : `${publicUrl}/console/talks/${talk}`;
}

/** Nothing of what was said: a group is no place for it. */
function noticeOf({ id, talk, case: { reason } }: TalkRecord, publicUrl: string | undefined) {
  const why = (reason && phrases.offerReasons[reason]) || '用户想找人工客服。';
  const address = deskAddress(publicUrl, id);
  const where = address === undefined ? '请打开工作台接入。' : `[打开工作台接入](${address})`;
  return {
    hint: `有用户在排队（${CHANNELS[talk.channel]}）\n${why}${address === undefined ? '' : `\n工作台：${address}`}`,
    text: `**有用户在排队**（${CHANNELS[talk.channel]}）\n\n${why}\n\n${where}`,
  };
}
