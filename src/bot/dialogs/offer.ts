import type { Reason } from '../../handoff/case.ts';
import { bare } from '../../text/normalise.ts';
import { handOver } from '../hand-over.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import type { Dialogue } from './dialogue.ts';

export interface OfferState {
  readonly reason: Reason;
  /** Null where it is about none. */
  readonly entry: number | null;
  /** Declined in the turn before: the next one does not offer again. */
  readonly declined: boolean;
}

const ACCEPTS =
  /^(那|嗯|哦|就)*(要|好|好的|好啊|行|行啊|可以|需要|转|转吧|转一下|帮我转(一下|过去)?|麻烦(你|您)?了?|是|是的|对|同意|ok|okay|yes|sure)+(谢谢|啊|的|呀|吧)*$/;
/** Resigned rather than willing: the offer stays. */
const SIGHS = /^(行吧|好吧|那好吧|那行吧|嗯+|哦+|噢|知道了|明白了?|唉+)$/;
const DECLINES =
  /^(那|嗯|哦|我)*(先|暂时)*(不|不要|不用|不用了|不需要|不必|不转|别|别转|算了|等等|等会|再说|晚点|no|nope)+(转|要|了|吧|啊|谢谢)*((我)?(自己)?(再)?(试|看|弄|等)(试|看|弄|一下|一会)*(谢谢|吧|了)*)?$|^(我)?(自己)?再(试|看|弄)(试|看|弄|一下|一次|一会)*(吧|啊)?$/;

/** A person was offered: hears whether one is wanted. */
export function offer(parts: Parts): Dialogue<OfferState> {
  return {
    id: 'offer',
    async hear(turn, state) {
      const said = bare(turn.draft.text);
      if (state.declined) {
        turn.draft.mayOffer = false;
        return { is: 'leave' };
      }
      if (ACCEPTS.test(said) && !SIGHS.test(said)) {
        const { reason, entry } = state;
        const text = phrases.offerReasons[reason];
        const next = await handOver(turn, parts, { reason, ...(entry !== null && { entry }), text, card: false });
        return { is: 'done', ...(next && { next }) };
      }
      if (SIGHS.test(said)) {
        await turn.say({ text: phrases.offerStays, choices: [phrases.person, phrases.notYet] });
        turn.settle(outcome('smalltalk'));
        return { is: 'waiting', state };
      }
      if (!DECLINES.test(said)) return { is: 'leave' };
      await turn.say({ text: phrases.offerDeclined });
      turn.settle(outcome('declined', { entry: state.entry }));
      return { is: 'waiting', state: { ...state, declined: true } };
    },
  };
}
