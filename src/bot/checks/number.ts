import { identityTrace } from '../../diagnostics/id-number.ts';
import { maskNumber } from '../../diagnostics/numbers/mask-number.ts';
import { readTypedNumber } from '../../diagnostics/numbers/typed-number.ts';
import { chinaDay } from '../../text/china-day.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import type { Facts } from '../facts.ts';
import type { Parts } from '../parts.ts';
import { report } from './report.ts';

const ENTRY = 7;
/** What stands beside a number that is to be judged. */
const BESIDE =
  /身份证|证件|号码?|统一|社会|信用|代码|执照|税号|我的?|帮我?|看看|看下|看一下|检查|核对|校验|一下|这个|这样|是|对|不对|吗|么|呢|吧|啊|的|有|没有|错|写|填|输入|多少|位|请|麻烦|您|你好|法人|负责人|核验者|姓名|他|她|:|：/g;

/** A number of a document in a typed message; undefined where there is none. */
function numberIn(typed: string): string | undefined {
  const { code } = readTypedNumber(typed);
  return code.length >= 15 && code.length <= 20 && code.replace(/\D/g, '').length >= 12 ? code : undefined;
}

/** Whether a typed message gives a number, and nothing that could be another question. */
export function numberAlone(typed: string): boolean {
  if (!numberIn(typed)) return false;
  const rest = typed
    .normalize('NFKC')
    .replace(/[0-9A-Za-z×✕✖*][0-9A-Za-z×✕✖*\s.-]*/g, '')
    .replace(BESIDE, '')
    .replace(/[^\p{L}]/gu, '');
  return rest.length <= 2;
}

/** Judges the number in a typed message and remembers what its trace tells, never the number. */
export async function checkNumber(turn: Turn, { knowledge, checks }: Parts, typed: string): Promise<Next | undefined> {
  const entry = knowledge.entries().get(ENTRY);
  if (!entry) throw new RangeError(`There is no entry ${ENTRY}`);
  turn.draft.facts = { ...turn.draft.facts, ...traced(typed, turn.draft.message.at) };
  return report(turn, {
    checks,
    entry,
    scope: { entry: ENTRY, checks: ['id-number'] },
    told: { idNumber: typed },
  });
}

/** What may be remembered of a number. */
export function traced(typed: string, at: string): Facts {
  const code = numberIn(typed);
  const idTrace = identityTrace(typed, chinaDay(at));
  return { ...(code && { idNumber: maskNumber(code) }), ...(idTrace && { idTrace }) };
}
