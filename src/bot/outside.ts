import type { Decision } from '../knowledge/decide.ts';
import type { OutsideKind } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { outcome } from './message.ts';
import { phrases, smalltalk } from './phrases.ts';
import { notCovered, sayBeside } from './replies.ts';
import { refusalOf } from './understanding/refusal.ts';
import { smalltalkOf } from './understanding/smalltalk.ts';

/** What an editor may want to write an entry for. */
const WORTH_KEEPING: ReadonlySet<OutsideKind> = new Set(['near-domain', 'other-cloud-product', 'other-product']);
/** Asks how or when the people of the desk can be reached. */
const ASKS_FOR_DESK =
  /(客服|人工|热线|你们).{0,6}(电话|热线|号码|几点|上班|下班|营业|值班|放假|休息|周末|在线时间|邮箱|微信|收费|多久|打不通)|(几点|周末|放假|节).{0,8}(客服|人工|上班|下班|值班|在不在|有人)|客服.{0,4}(联系|地址|幾號)|^(客服)?(电话|热线|投诉电话)(多少|号码)?|working hours/;
const COMPLAINS = /(投诉|举报|曝光|12315|12345|黑猫|工信部|找记者|律师函|退钱|赔)/;
const REFUSALS = {
  forgery: phrases.refused,
  others: phrases.refusedOthers,
  instructions: phrases.refusedInstructions,
} as const;

/** Answers what no entry answers, each kind in its own tone. */
export async function outside(turn: Turn, knowledge: Knowledge, decision: Decision): Promise<void> {
  const { kind } = decision.outside;
  const { confidence } = decision;
  const { text } = turn.draft;
  if (kind === 'injection') {
    await turn.say({ text: REFUSALS[refusalOf(text)] });
    return turn.settle(outcome('refuse', { confidence }));
  }
  if (ASKS_FOR_DESK.test(text)) return sayBeside(turn, knowledge, phrases.desk, confidence);
  switch (kind) {
    case 'smalltalk':
      return sayBeside(turn, knowledge, smalltalk[smalltalkOf(text)], confidence);
    case 'meta':
      return sayBeside(turn, knowledge, smalltalk.other, confidence);
    case 'abuse':
      // "人工智能" alone names no one.
      if (text === '人工智能') return sayBeside(turn, knowledge, smalltalk.other, confidence);
      if (smalltalkOf(text) === 'helpless') return sayBeside(turn, knowledge, smalltalk.helpless, confidence);
      return sayBeside(turn, knowledge, COMPLAINS.test(text) ? phrases.complaint : phrases.abuse, confidence);
    default: {
      const candidates = decision.candidates.slice(0, 3).map(({ entry }) => entry);
      const gap = WORTH_KEEPING.has(kind) ? { candidates, confidence } : undefined;
      return notCovered(turn, knowledge, phrases.notCovered, { gap, confidence });
    }
  }
}
