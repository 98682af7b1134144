import type { Decision } from '../../knowledge/decide.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import { outcome } from '../message.ts';
import { phrases } from '../phrases.ts';
import { offersPerson } from '../replies.ts';
import { asksOfKeeping } from '../understanding/asks-of-keeping.ts';
import { complains } from '../understanding/complains.ts';
import { merged } from './merged.ts';

/** What no verdict on a picture may pass over: it is answered whatever the picture shows. */
export type Aside = 'refused' | 'keeping' | 'complaint';

const PART = '(?:有效期|日期|期限|名字|姓名|号码|证号|头像|公章|印章|章|地址|信息|执照|身份证|授权书)';
const CHANGES = new RegExp(
  `${PART}.{0,8}(?:改|换|p|抹|涂|去掉|伪造|造)|(?:改|换|p|抹|涂|去掉|伪造|造|做|弄).{0,8}${PART}`,
  'u',
);
/** So likely a message wants what is never done that it is refused beside its picture. */
const LIKELY = 0.85;

/** What a normalised message says beside its pictures, if it is one of these. */
export function asideOf(text: string, { kind, outside }: Pick<Decision, 'kind' | 'outside'>): Aside | undefined {
  const isWrong = kind === 'outside' && outside.kind === 'injection' && outside.probability >= LIKELY;
  if (isWrong && CHANGES.test(text)) return 'refused';
  if (asksOfKeeping(text)) return 'keeping';
  return complains(text) ? 'complaint' : undefined;
}

/** Says it after what was found in the pictures. */
export async function sayAside(turn: Turn, aside: Aside): Promise<void> {
  const said = turn.draft.outcome;
  const text = phrases[aside];
  const offers = offersPerson(text);
  await turn.say({ text, ...(offers && { choices: [phrases.person] }) });
  const own = outcome(aside === 'refused' ? 'refuse' : 'smalltalk', { handoff: offers ? 'offered' : 'none' });
  turn.settle(said ? merged(said, own) : own);
}
