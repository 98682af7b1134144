import { Converter } from 'opencc-js/t2cn';
import { provinceNames } from '../provinces/names.ts';
import { isUnit } from './company.ts';

const simplified = Converter({ from: 't', to: 'cn' });

const HAN = /\p{Script=Han}/u;
const LETTERS = /^[a-z\s.'-]+$/;
/** Letters, digits, blanks, what is copied along, dots and brackets of names, and what stands for a character that cannot be typed. */
const MADE_OF = /^[\p{L}\p{M}\p{N}\s\p{Cf}·•・‧･∙⋅●．.。()[\]【】〔〕（）&＆'’\-－?？*＊■□○〇_]+$/u;
const COMPANY_COMMA = /,(?= ?(?:ltd|inc|llc|co)\b)/gi;
/** No name holds them, so what does is a sentence. */
const SAID_IN_SENTENCES =
  /[吗呢吧啊呀哦嘛么的了我你您她它这哪怎什请没]|不[是对行会能知一同要]|一样|一致|名字|姓名|名称|证件|身份证|执照|繁体|简体|拼音|英文|中文|全角|半角|空格|谢谢|你好|可以|知道|上传|核验|登录|提示|报错|系统|页面|安卓|苹果|鸿蒙|华为|小米|手机|电脑|微信|二维码|转人工|客服|老板|本人|负责人|法人|大写|小写/;
/** The same of what may be a unit: 手机, 系统 and 什 stand in the names of companies. */
const SAID_OF_UNITS = /[吗呢吧填]|[我你他]们|怎么|什么|不[是对行会能知]|你好|谢谢/;
/** The commonest names of families, those of two characters too. */
const FAMILIES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴代莫孔向汤康施牛洪倪褚柴庞樊殷庄章鲁聂葛齐季岳温毕俞申关焦左路盛冉习解詹欧耿纪游池裴翁荀祝尚尤阮冼宁柯童华凌安骆蓝兰查麦单简'.split(
    '',
  ),
);
const DOUBLE = /^(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|夏侯)/;

/** Characters of the longest name. */
export const LONGEST_NAME = 100;

/** Whether a text can be a name, told by what it is made of. */
export function isNameLike(text: string): boolean {
  const { length } = [...text.trim()];
  return (
    /\p{L}/u.test(text) &&
    length >= 2 &&
    length <= LONGEST_NAME &&
    MADE_OF.test(text.replace(COMPANY_COMMA, '')) &&
    !isSentence(text)
  );
}

function isSentence(text: string): boolean {
  const plain = simplified(text).trim();
  if (isUnit(plain)) return SAID_OF_UNITS.test(plain);
  return SAID_IN_SENTENCES.test(plain) || provinceNames.includes(plain);
}

/** How much of the shorter of two names stands in the other, from 0 to 1; the form of the characters does not count. */
export function likeness(one: string, other: string): number {
  const [shorter, longer] = [essence(one), essence(other)].sort((a, b) => a.length - b.length);
  if (!shorter?.length || !longer) return 0;
  const left = [...longer];
  const shared = shorter.filter((character) => {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return shared.length / shorter.length;
}

function essence(name: string): readonly string[] {
  return [...simplified(name.normalize('NFKC').toLowerCase())].filter((character) => /[\p{L}\p{N}]/u.test(character));
}

/** Whether two texts that nobody called names are two: they resemble each other, or each is plainly one. */
export function arePlainlyNames(one: string, other: string): boolean {
  const alike = likeness(one, other) >= 0.5;
  if (isLetters(one) && isLetters(other)) return alike;
  return alike || (isPlain(one) && isPlain(other));
}

function isPlain(name: string): boolean {
  if (isLetters(name)) return essence(name).length >= 3;
  return isUnit(name) || isPerson(name);
}

/** A Chinese person's name by its first character and its length. */
export function isPerson(name: string): boolean {
  const characters = essence(name);
  const text = characters.join('');
  return (
    characters.every((character) => HAN.test(character)) &&
    ((characters.length >= 2 && characters.length <= 3 && FAMILIES.has(characters[0] ?? '')) ||
      (characters.length === 4 && DOUBLE.test(text)) ||
      (characters.length >= 3 && DOUBLE.test(text) && characters.length <= 4))
  );
}

function isLetters(name: string): boolean {
  return LETTERS.test(name.normalize('NFKC').toLowerCase());
}
