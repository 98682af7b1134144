import { HAN_DIGITS } from '../../../text/han-digits.ts';
import type { Junk, Numeral } from './mark.ts';

const DIGITS = /v?(\d{1,3}(?:(?: ?\. ?|[。·_])\d{1,4}| ?点 ?\d{1,2}(?!\d|分|半|钟|十))*)(?!\d)/y;
const HAN = /(?:二?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])(?:点[零〇一二三四五六七八九]){0,3}/y;
/** 4点几, 4.x: the rest was not said. */
const OPEN_END = /^ ?(?:[点.](?:几|多少?|x|\?)|[.。]x)/;
/** What a number counts, measures or dates. 行, 人脸, 页面 … follow versions and are no units. */
const UNIT =
  /^ ?(?:[gmkt]b?(?![a-z])|ghz|hz|fps|mah|mm|cm|ms|kg|w(?![a-z])|兆|吉(?!林|安|利)|寸|英寸|元|块|毛|万(?!宁|州|能)|千|百(?!度|色)|亿|%|个|多?次|遍|回(?!到|来|去)|台(?!湾|州|山|北|南|中)|部(?!分)|张(?!家|掖|三)|条|份|款|年|月|日(?!志|常|照)|号(?!称|码)|天(?!天|津)|周(?!末|边|口)|岁|小时|点|分钟?(?!享|公|辨)|秒|步(?!骤)|人(?![脸工证像])|页(?!面)|代(?!备|理|办|码|表)|期|届|层|楼|栋|室|倍|折|位(?!置)|核(?!验|对|实|查)|帧|米(?!粒)|公里)/;
/** After 安卓 a single 七 is a version only where nothing that it could count or spell follows. */
const AFTER_SAID =
  /^(?:$|[\s,.。!?;:、()的了吗呢吧啊呀哦嘛哈么能可行支够还也都就扫刷报提上传打进闪白黑卡没无更升用系手机版平以之是]|不[行能可支])/;

/** The number at `at`: a version perhaps, junk, or undefined where there is none. */
export function numeralAt(text: string, at: number): Numeral | Junk | undefined {
  return digitsAt(text, at) ?? hanAt(text, at);
}

function digitsAt(text: string, at: number): Numeral | Junk | undefined {
  DIGITS.lastIndex = at;
  const found = DIGITS.exec(text);
  if (!found) return longDigitsAt(text, at);
  const before = text.endsWith('ver.', at) ? '' : text.slice(Math.max(0, at - 1), at);
  const end = at + found[0].length;
  const value = (found[1] ?? '').replace(/ /g, '').replace(/[。·_点]/g, '.');
  const rest = text.slice(end, end + 6);
  if (value.split('.').length > 4 || /[第¥$#.~*]/.test(before) || /^(?: ?[:/~*]\d|-\d|\.\d)/.test(rest))
    return junk(text, at, end);
  if (OPEN_END.test(rest)) return { kind: 'number', start: at, end: end + 2, value, form: 'plain', vague: true };
  if (UNIT.test(rest)) return junk(text, at, end);
  return { kind: 'number', start: at, end, value, form: formOf(found[0], value), vague: false };
}

function formOf(written: string, value: string): Numeral['form'] {
  if (/点 ?\d\d$/.test(written)) return 'clock';
  return value.includes('.') ? 'dotted' : 'plain';
}

function longDigitsAt(text: string, at: number): Junk | undefined {
  return /\d/.test(text.charAt(at)) ? junk(text, at, at) : undefined;
}

/** All of it that belongs together: 2023-03-24, 13800138000, 192.168.1.1, 1:1. */
function junk(text: string, start: number, from: number): Junk {
  const rest = /^(?:[\d.:/~*-]*\d)?/.exec(text.slice(from));
  return { kind: 'junk', start, end: Math.max(from + (rest?.[0].length ?? 0), start + 1) };
}

function hanAt(text: string, at: number): Numeral | Junk | undefined {
  HAN.lastIndex = at;
  const [found] = HAN.exec(text) ?? [];
  if (!found) return undefined;
  const end = at + found.length;
  const rest = text.slice(end, end + 6);
  if (text.charAt(at - 1) === '第') return { kind: 'junk', start: at, end };
  const value = found.split('点').map(hanNumber).join('.');
  if (/^点(?:几|多)/.test(rest)) return { kind: 'number', start: at, end: end + 2, value, form: 'said', vague: true };
  if (found.includes('点')) {
    const clock = /^(?:[零〇一二三四五六七八九十半分]|钟)/.test(rest);
    return clock || UNIT.test(rest)
      ? { kind: 'junk', start: at, end }
      : { kind: 'number', start: at, end, value, form: 'dotted', vague: false };
  }
  return AFTER_SAID.test(rest) ? { kind: 'number', start: at, end, value, form: 'said', vague: false } : undefined;
}

function hanNumber(said: string): number {
  const [tens, ones] = said.split('十');
  if (ones === undefined) return HAN_DIGITS[said] ?? 0;
  return (tens ? (HAN_DIGITS[tens] ?? 1) : 1) * 10 + (HAN_DIGITS[ones] ?? 0);
}
