import type { NamePair } from './layer.ts';
import { isNameLike, likeness } from './name-like.ts';
import { tidyName } from './tidy-name.ts';

const INSIDE = '(?:上面|里面|上|里|裡|中|内)';
const WHOSE = '(?:但是|可是|然后)?(?:我们?|他|她|本人|同事)?(?:的|在)?';
const NAMED = '(?:姓名|名字|名称|名稱|(?:法定)?代表人|法人|负责人)';
/** 的名字是, 写的是, 印着, 的, : and the like; DEED alone is too little to say that a name follows. */
const DEED = '(?:印|写|寫|显示|顯示|登记|登記|填写?|填寫|输入|輸入)';
const SAYS = `(?:(?:的|那个)*${NAMED}*栏?我?${DEED}?(?:的|着|成)*(?:应该|也|却|都)?(?:是|为|叫)?[ \t]*[:：=]?)`;
const CARD =
  '(?:身份证|身分證|身份證|身分证|证件|證件|护照|護照|居住证|通行证|户口本|营业执照|營業執照|执照|執照|工商(?:登记|登記|信息库?|局)?)';
const DOCUMENT = [
  `${WHOSE}(?:个人)?${CARD}${INSIDE}?${SAYS}`,
  `(?:证|證)(?:上面|上)${SAYS}`,
  '(?:实际|實際|其实|其實|正确|正確|真名|真实|本名|原名|应该|應該|应当|应)的?(?:姓名|名字)?(?:应该)?(?:是|为|叫)[:：]?',
  '(?<![a-z])(?:id(?: ?card)?|document) ?[:：]',
].join('|');
const WHERE =
  '(?:系统|系統|页面|頁面|阿里云(?:app)?|(?<![a-z])app|备案(?:系统|信息|订单|资料)?|pc端?|电脑端?|電腦|网页|订单|表格|后台|手机)';
const TYPED = [
  `${WHOSE}${WHERE}(?:${INSIDE}${SAYS}|(?=[的${'写寫填输輸是为:： '}])${SAYS})`,
  `${WHOSE}(?:自己)?(?:填写|填寫|填|输入|輸入|录入|写|寫|打|输|错)(?:(?:的|成|了)+${NAMED}?(?:是|为|叫)?|是|为|(?=[:：= “"「『‘']))[ \t]*[:：=]?`,
  '(?<![a-z])(?:typed|entered|input) ?[:：]',
].join('|');
const LABEL = new RegExp(`(?<document>${DOCUMENT})|(?<typed>${TYPED})`, 'giu');
/** Behind the name: 张三（填的） 张叁（证件上）. */
const BEHIND =
  /^(.{1,100}?)(?:[（(]|是)(?:我)?(填|系统|系統|页面|写|身份证|证件|執照|执照|营业)[^，,；;、\n（()）]{0,8}[)）]?[\s，,；;、]+(.{1,100}?)(?:[（(]|是)(?:我)?(填|系统|系統|页面|写|身份证|证件|執照|执照|营业)[^，,；;、\n（()）]{0,8}[)）]?[。.!！\s]*$/su;
const BREAK = /[\r\n，,、；;|｜/／]+(?!\s*(?:ltd|inc|llc|co)\b)/iu;

/** Two names, at least one of which is said to be the one typed or the one on the document. */
export function labelledNames(text: string): NamePair | undefined {
  return behind(text) ?? before(text);
}

function behind(text: string): NamePair | undefined {
  const [, one = '', ofOne = '', other = '', ofOther = ''] = BEHIND.exec(text) ?? [];
  const isTyped = (label: string) => /[填写]|系统|系統|页面/.test(label);
  if (!one || isTyped(ofOne) === isTyped(ofOther)) return undefined;
  return isTyped(ofOne) ? pair(one, other) : pair(other, one);
}

interface Piece {
  readonly of: 'document' | 'typed' | undefined;
  readonly text: string;
}

function before(text: string): NamePair | undefined {
  const pieces = piecesOf(text);
  const named = pieces.flatMap(({ of, text: said }) => (of && tidyName(firstOf(said)) ? [{ of, text: said }] : []));
  const of = (label: Piece['of']) => named.find((piece) => piece.of === label)?.text;
  const [typed, document] = [of('typed'), of('document')];
  if (typed !== undefined && document !== undefined) return pair(untied(typed, document), untied(document, typed));
  const known = typed ?? document;
  if (known === undefined) return undefined;
  const lead = lastOf(pieces.find((piece) => piece.of === undefined)?.text ?? '').replace(/^(?:把|将)/u, '');
  const rest = known.split(BREAK).map(tidyName).filter(isNameLike);
  const other = isNameLike(tidyName(lead)) ? lead : rest[1];
  if (other === undefined) return undefined;
  return document === undefined ? pair(known, other) : pair(other, known);
}

/** The text cut before its labels; labels that follow each other at once are one, of the kind that stands first. */
function piecesOf(text: string): readonly Piece[] {
  const labels = [...text.matchAll(LABEL)];
  const pieces: Piece[] = [{ of: undefined, text: text.slice(0, labels[0]?.index ?? text.length) }];
  for (const [at, label] of labels.entries()) {
    const of = label.groups?.document === undefined ? 'typed' : 'document';
    const said = text.slice(label.index + label[0].length, labels[at + 1]?.index ?? text.length);
    pieces.push({ of, text: said });
  }
  return pieces;
}

/** 张三和, right before 证件上是张山, is 张三; a 和 that belongs to both names stays. */
function untied(name: string, other: string): string {
  const cut = name.replace(/(?<=\S\S)(?:和|跟|与|與|但|可|而|却)$/u, '');
  return likeness(cut, firstOf(other)) >= likeness(name, firstOf(other)) ? cut : name;
}

function pair(typed: string, document: string): NamePair | undefined {
  const names = { typed: tidyName(firstOf(typed)), document: tidyName(firstOf(document)) };
  return isNameLike(names.typed) && isNameLike(names.document) ? names : undefined;
}

function firstOf(text: string): string {
  return text.split(BREAK).find((part) => /\p{L}/u.test(part)) ?? '';
}

function lastOf(text: string): string {
  return text.split(BREAK).findLast((part) => /\p{L}/u.test(part)) ?? '';
}
