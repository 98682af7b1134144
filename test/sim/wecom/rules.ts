import type { WecomRules } from './ctl.ts';

/** The stricter reading of everything that sources disagree about. */
export const strictRules = (corpId: string): WecomRules => ({
  allowEndFromAny: false,
  allowToBot: false,
  firstState: 0,
  receiver: corpId,
  pageSize: 1000,
  callsPerMinute: 10_000,
  untokenedPerMinute: 5,
  maxDeliveries: 3,
  repeatedMsgid: 40058,
  unknownCursor: 'refused',
});
