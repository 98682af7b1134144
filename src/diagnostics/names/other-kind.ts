import { isUnit } from './company.ts';
import type { Difference, NamePair } from './layer.ts';

const HAN = /\p{Script=Han}/u;
const LETTERS = /^[A-Z\s.'-]+$/i;

/** Names that are not of the same kind, so that comparing characters helps nobody: a unit and a person, letters and characters. */
export function otherKind(pair: NamePair): Difference | undefined {
  const [typed, document] = [pair.typed.normalize('NFKC'), pair.document.normalize('NFKC')];
  if (LETTERS.test(typed) && HAN.test(document)) {
    return { evidence: '填写的是字母，证件上是汉字。', advice: '请填证件上的汉字，不用拼音或英文名。' };
  }
  if (HAN.test(typed) && LETTERS.test(document)) {
    return { evidence: '填写的是汉字，证件上是字母。', advice: '请照证件上印的字母填。' };
  }
  if (isUnit(typed) === isUnit(document) || [...typed].some((character) => document.includes(character)))
    return undefined;
  return isUnit(typed)
    ? { evidence: '填写的是单位名称，证件上是个人姓名。', advice: '这里请填个人证件上的姓名。' }
    : { evidence: '填写的像个人姓名，证件上是单位名称。', advice: '请确认这一栏要填的是人还是单位，再照证件填。' };
}
