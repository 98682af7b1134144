import { type Clause, clausesIn } from './clauses.ts';

/** The network of the phone, as a message tells it. */
interface Connection {
  readonly now?: 'wifi' | 'mobile';
  /** It was changed already, or both were tried. */
  readonly switched: boolean;
}

const WIFI = '(?:wi-?fi|wlan|无线(?:网络?)?|宽带|路由器)';
const MOBILE =
  '(?:(?<!网站|网页|带宽)流量(?!包|很大|大|小|少|高)|移动(?:数据|网络)|手机(?:数据|网络|卡网络?|卡的网)|数据(?:网络|流量)|蜂窝(?:网络|数据)?|mobile data|cellular|(?<![\\d.]|[a-z\\d] ?|套餐|内存|运存|[a-z]{2,}\\d+ ?)[345]g(?!手机|的手机|版|套餐|内存|运存|运行|存储|b|hz|机|ram))';
const ANY = new RegExp(`(?<wifi>${WIFI})|(?<mobile>${MOBILE})`, 'g');
const OFF = /(关|断|没|不用|没有|没连|没开|不是|不连|退出|从|原来是?|刚才是?|之前是?|除了)(掉|开|闭|了|的|用|连)*$/;
const OFF_BEHIND = /^(都|也|已经|给我?)*(关|断|用完|没了|没有|欠费|停)/;
const CHANGED = /(换|切|改|转)(换|用|成|到|为|过|去|了|回)*(了|过|成|到|用)?|来回|轮流|都(试|用|换)/;
const DONE =
  /(换|切换?|改)(了|过)(?!手机|浏览器|个?人|照片|电脑|图|设备)|(换|切换?)(成|到|用)?[^,]{0,8}(了|还|也|都|仍|照样|依然|没用|不行)|改(用|成)|切到|切换?成|来回(切|换)|都(试|用|换)(过|了)|网(?!站|页|址)络?(也|都)?(换|切)(了|过)|关(了|掉).{0,2}(wi-?fi|wlan|无线)|(wi-?fi|wlan|无线网?).{0,3}关(了|掉)/;
const NET = /网(?!站|页|址)|wi-?fi|wlan|无线|流量|[345]g|数据|信号/;
const ASKED =
  /要不要|是不是|能不能|可不可以|需要|应该|怎么(换|切|连|开|关|改|弄)|还是(?=wi|用|流|[345]g|无)|哪个|试试|等会|待会|准备|打算|可以用|换个|如何|怎样|贵/;
const FAILS = /不行|没用|不好使|失败|传不|一样|上传中|不动|转圈|卡/;

/** Reads which network the phone of a normalised message is on now. */
export function connectionIn(normalised: string): Connection {
  let now: 'wifi' | 'mobile' | undefined;
  let switched = false;
  const failing = new Set<string>();
  for (const clause of clausesIn(normalised)) {
    if (silent(clause)) continue;
    const heard = networksIn(clause.text);
    if (DONE.test(clause.text) && NET.test(clause.text)) switched = true;
    const on = heard.filter((one) => !one.off);
    if (FAILS.test(clause.text) && !CHANGED.test(clause.text)) for (const { network } of on) failing.add(network);
    const both = on.some(({ network }) => network === 'wifi') && on.some(({ network }) => network === 'mobile');
    if (both && !CHANGED.test(clause.text)) now = undefined;
    else if (both && /都(试|用|换)|来回|轮流/.test(clause.text)) now = undefined;
    else if (on.length > 0) now = on.at(-1)?.network;
    else if (heard.length > 0 && /wi|wlan|无线/.test(clause.text)) now = 'mobile';
  }
  if (failing.size === 2) return { switched: true };
  return { ...(now && { now }), switched };
}

function silent({ text, asks, supposes }: Clause): boolean {
  return asks || supposes || ASKED.test(text);
}

interface Named {
  readonly network: 'wifi' | 'mobile';
  readonly off: boolean;
}

/** The networks a clause names, in order; those put off or left are `off`. */
function networksIn(text: string): readonly Named[] {
  return [...text.matchAll(ANY)].map((match) => ({
    network: match.groups?.wifi ? 'wifi' : 'mobile',
    off:
      OFF.test(text.slice(Math.max(0, match.index - 6), match.index)) ||
      OFF_BEHIND.test(text.slice(match.index + match[0].length, match.index + match[0].length + 6)),
  }));
}
