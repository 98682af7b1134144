import type { Finding } from '../diagnostic.ts';
import { type Document, documents, isOfHead } from './documents.ts';

/** What is known of a filing: who files, and whether both heads are one person. */
interface Filing {
  readonly subject?: 'unit' | 'person' | undefined;
  readonly sameHead?: boolean | undefined;
}

/** Entry 3, ②. */
const AGAIN = '用阿里云APP重新扫描PC端“上传资料”页面的二维码，重新上传一次资料';
const BOTH_PLACES = '两位负责人是同一个人，证件也要在两个位置各传一次，只传一次会提示资料不完整。';

export function complete({ sameHead }: Filing): Finding {
  const twice = sameHead ? `${BOTH_PLACES}请先看看两个位置是不是都有图片。` : '';
  return {
    verdict: 'complete',
    severity: 'ok',
    evidence: '三样基本资料都传了。',
    advice: `${twice}系统还提示资料不完整的，请看页面上还有没有别的空位置，页面显示的都要传；然后${AGAIN}。`,
    entry: 3,
    retryable: true,
  };
}

/** One for each that is missing: who has it, and where it goes. */
export function missingFindings(missing: readonly Document[], filing: Filing): readonly Finding[] {
  return missing.map((document) => ({
    verdict: 'missing',
    severity: 'problem',
    evidence: `还差${document}。`,
    advice: isOfHead(document) ? ofHead(document, missing, filing) : ofParty(filing),
    entry: 3,
    retryable: true,
  }));
}

/** That one person uploads twice is said once. */
function ofHead(document: Document, missing: readonly Document[], { sameHead }: Filing): string {
  const head = document === '主体负责人证件' ? '主体负责人' : '网站负责人';
  const said = document !== missing.find(isOfHead);
  const twice = sameHead ? (said ? '这个位置也要再传一次。' : BOTH_PLACES) : '';
  return `证件在${head}本人手里，页面上要几张，就传几张。${twice}`;
}

function ofParty({ subject }: Filing): string {
  if (subject === 'person') {
    return '您是个人备案，这里传您本人的证件；要传哪一种，以页面显示的为准，官方说明没有单独写个人备案。';
  }
  if (subject === 'unit') return '证件在单位保管证件的人手里，页面上要几张，就传几张。';
  return '单位备案的，证件在单位保管证件的人手里；个人备案的，传您本人的证件，以页面显示的为准。';
}

/** After everything: scan again (entry 3), and what is not a basic document (entry 10). */
export function thenAgain(missing: readonly Document[]): string {
  const count = missing.length === documents.length ? '三样' : missing.length === 1 ? '这一样' : '这几样';
  return `${count}补上以后，请${AGAIN}。`;
}

/** Entry 10: what else the page may ask for. */
export const AUXILIARY =
  '手持证件照片、授权书等辅助资料，按您的备案场景和管局要求选择性上传：请看上传资料页面上列了哪些。\n\n要传却没有位置的，可以用制图工具，把辅助资料的照片和备案主体证件拼成一张图片再上传。';
