/** A number of another kind is spoken of. */
const OTHER = /手机|电话|座机|验证码|银行|卡号|订单|备案号|邮箱|微信|qq|车牌|密码/;

const CHARACTER = '(?:[0-9a-z×✕✖✗╳хχ叉零〇一二两三四五六七八九](?![0-9a-z]))';
const PLACE =
  /(?:最后|最末|末尾|尾巴)(?:的|那|这)*一?(?:位数?字?|个?(?:数字|字母|字符|数)|个)(?:数字|字母|字符)?|末位(?:数字|字母)?|尾号|尾数|第 ?(?:18|十八) ?位(?:数字|字母)?|(?:最后|末尾|结尾|尾巴)(?=(?:应该|应当|其实|还|少|漏|缺|加|是))/;
const WHAT = ' *(?! )(?:(?:一|那|这)?个)?(?:(?:大写|小写|英文|阿拉伯)?(?:的)?(?:数字|字母)?)(?:的)?[ "“”]*';
const TAIL = '[ "“”]*(?:大写|小写)?(?:的)?';
const SLIP = '(?:写|打|输|填|敲|发|看|抄|弄|搞|念)';
const IS =
  '(?:应该|应当|应|其实|实际|本来|原来|要|才|就|得)*(?:是|为|=|:|改成|改为|换成|变成|还有|有|少了?|漏了?|缺了?|少写了?|漏写了?|加上?)';

/** Said to be wrong: 不是1, 写成了1, 是1写错了. */
const WRONG = `(?:(?:不是|不应该是|不该是|(?:我)?(?:给)?${SLIP}(?:错)?成了?|当成了?)${WHAT}${CHARACTER}${TAIL}(?:了)?|${IS}${WHAT}${CHARACTER}${TAIL},?(?:我)?(?:是)?${SLIP}?错了?)`;
const RIGHT = `(?:${IS}${WHAT}(?<right>${CHARACTER})${TAIL}(?:才对|才是|没错)?|(?<named>${CHARACTER})${TAIL}才(?:对|是))`;
const FILLER = `[ ,.。;!~…:"“”]|(?:我|刚才|刚刚|刚|给|把它?|那个|这个|不好意思|抱歉|对不起|谢谢|不对|有误|了|的|啊|呀|呢|哦|噢|哈|嘛|吧|而)|${SLIP}?(?:错|漏|掉|少)了?|(?:请|麻烦)?(?:你|您)?(?:帮我?|给我)?(?:再|重新)?(?:看|核对|查|检查|验)一?(?:下|看|遍)`;
const TOKEN = new RegExp(`${WRONG}|${RIGHT}|${FILLER}`, 'uy');

const NUMERALS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/**
 * The last character that a normalised message corrects a number to: 最后一位是x,
 * 末位应该是3, 尾号写错了是5. In upper case. Undefined for anything that says more,
 * asks, or speaks of another number.
 */
export function lastCharacterIn(normalised: string): string | undefined {
  if (normalised.length > 80 || OTHER.test(normalised)) return undefined;
  const place = PLACE.exec(normalised);
  if (!place) return undefined;
  const said = rights(normalised.slice(place.index + place[0].length));
  const last = said?.at(-1);
  return last === undefined ? undefined : asTyped(last);
}

/** Every character said to be right; undefined where the text is not made of such claims alone. */
function rights(text: string): readonly string[] | undefined {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token?.[0]) return undefined;
    const right = token.groups?.right ?? token.groups?.named;
    if (right) found.push(right);
    at += token[0].length;
  }
  return found;
}

function asTyped(character: string): string {
  if (/[×✕✖✗╳хχ叉]/.test(character)) return 'X';
  return NUMERALS[character] ?? character.toUpperCase();
}
