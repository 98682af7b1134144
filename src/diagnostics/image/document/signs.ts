import { findNear } from '../../../text/find-near.ts';
import type { DocumentKind } from './document-kind.ts';

/** The kinds that show by their words. */
export type Worded = Extract<
  DocumentKind,
  'id-front' | 'id-back' | 'business-licence' | 'domain-certificate' | 'letter'
>;

/** Words of a document and how much each tells; 6 together are enough. */
const SIGNS: Readonly<Record<Worded, readonly (readonly [string, number])[]>> = {
  'id-front': [
    ['公民身份号码', 4],
    ['姓名', 1],
    ['性别', 1],
    ['民族', 1.5],
    ['出生', 1],
    ['住址', 1.5],
  ],
  'id-back': [
    ['居民身份证', 3],
    ['签发机关', 3],
    ['有效期限', 3],
    ['中华人民共和国', 1],
    ['公安局', 1],
  ],
  'business-licence': [
    ['营业执照', 4],
    ['统一社会信用代码', 2],
    ['法定代表人', 1],
    ['经营范围', 2],
    ['注册资本', 2],
    ['成立日期', 1],
    ['营业期限', 1],
    ['登记机关', 2],
    ['组成形式', 2],
    ['经营场所', 2],
  ],
  'domain-certificate': [
    ['域名证书', 3],
    ['域名注册证书', 3],
    ['国际域名', 2],
    ['域名持有者', 2],
    ['域名所有者', 2],
    ['注册商', 1],
    ['注册时间', 1],
    ['到期时间', 1],
    ['注册日期', 1],
    ['到期日期', 1],
    ['domainname', 2],
  ],
  letter: [
    ['兹授权', 2.5],
    ['兹委托', 2.5],
    ['特授权', 2.5],
    ['承诺', 1.5],
    ['盖章', 1.5],
    ['签字', 1],
    ['签章', 1],
    ['授权人', 1],
    ['受托人', 1],
    ['委托人', 1],
    ['责任', 0.5],
    ['负责人', 0.5],
  ],
};

/** A letter's title stands on a line of its own. */
const LETTER_TITLE = /^.{0,12}(?:授权书|委托书|承诺书|声明书|情况说明|授权委托书)$/u;

/** How much a picture's words tell for each kind; 6 is plenty. `rows` without white space. */
export function signsOf(rows: readonly string[]): ReadonlyMap<Worded, number> {
  const text = rows.join('\n').toLowerCase();
  const scores = Object.entries(SIGNS).map(([kind, signs]): [Worded, number] => [
    kind as Worded,
    signs.reduce((sum, [word, weight]) => sum + (isThere(text, word) ? weight : 0), 0),
  ]);
  const all = new Map(scores);
  if (rows.some((row) => LETTER_TITLE.test(row))) all.set('letter', (all.get('letter') ?? 0) + 4);
  return all;
}

/** Words of four characters and more may have one that was misread, of six and more two. */
function isThere(text: string, word: string): boolean {
  return findNear(text, word, word.length >= 6 ? 2 : word.length >= 4 ? 1 : 0) !== undefined;
}
