import type { Standing } from './standing.ts';

/** Words before a place and what they say of it. Of two that begin at the same character the first listed counts. */
const CUES: readonly (readonly [Standing, string])[] = [
  ['never', '手机号码?(?:归属地)?|号码归属地?|电话号码|电话卡|收货地?|发货地?|域名证书'],
  ['never', '你们?的?(?:公司|客服|总部)?|阿里(?:云|巴巴)的?(?:公司|客服|总部)'],
  ['never', '店名|网站名称?|网名|品牌|商标|字号|公众号|小程序'],
  [
    'thing',
    '身份证原件|(?:公章|证件|资料|印章)[和跟与、](?:营业)?执照|(?:营业)?执照(?:的)?(?:原件|正本|副本|扫描件|照片)|证件|原件|正本|副本|公章|印章|资料|材料|二维码|照片|手机|电脑|仓库|(?<!记)证(?=[都还]?[在放喺搁])',
  ],
  ['thing', '(?:锁|放|存放|寄存|压|押|抵押|留|落|保管)在'],
  [
    'third',
    '法定代表人|法人代表|法人(?!证书)|老板娘?|老总|[主网]?[体站]?负责人|股东|会计|财务|总?经理|同事|员工|老婆|媳妇|老公(?!司)|爱人|父亲|母亲|[爸妈弟哥姐妹叔舅姑]{1,2}|儿子|女儿|亲戚|经办人|核验[人者]|管理员|合伙人|董事长?|主任|秘书|助理|领导|业主|房东|店[主长]|厂长|站长|网管|[他她]们?|代理商?|供应商|朋友',
  ],
  ['client', '客户'],
  ['third', 'boss|owner|legal representative|manager|partner'],
  ['branch', '分公司|分店|分部|分厂|分支机构?|子公司|办事处|分校|分所|branch'],
  ['head', '总公司|总部|母公司|总店|总厂|集团公司|集团|head ?office|headquarters?|headquartered|hq|zongbu'],
  [
    'files',
    '备案(?:主体|单位|公司|企业|网站|省份|地区|所在地|属地|地址|地)?|主体(?:单位|公司|信息|所在地|地址)?|主办单位|通?管局|省份|省市|归属|属地|所属|挂靠?|filing|filed?|icp|beian|zhuti',
  ],
  [
    'licensed',
    '注册(?:地址|地点|地)?|工商(?:登记|注册)?|营业执照|执照|登记(?:地址|机关|地)?|住所地?|发证机关|登记证|法人证书|registered|incorporated|registration|licen[cs]ed?|zhuce',
  ],
  [
    'moved',
    '(?:迁|转|变更|更改|改|换|挪)(?:址|移|册)?(?:到|至|往|入|去|进|来|为|成)|落户|迁址|[后已现再]迁|(?:变更|迁移|搬迁)后|moved? to|relocated to',
  ],
  [
    'firm',
    '(?:搬|搬家|搬迁)(?:到|至|去|来|了)|我司|本公司|本单位|公司|企业|单位|工厂|厂子?|店铺?|门店|工作室|个体(?:工商)?户?|商行|合作社|事务所|律所|民宿|酒店|餐厅|饭店|幼儿园|学校|医院|机构|协会|铺子|作坊|生意|[卖店商厂]家|company|firm|business|shop|gongsi',
  ],
  ['self', '我们|咱们?|俺们?|来自|这边|we'],
  ['office', '办公(?:地址?|地点|室|区)?|经营(?:地址|地点|场所|地)?|运营|office'],
  [
    'home',
    '老家|家乡|户口|户籍|籍贯|祖籍|原籍|身份证(?:地址)?|出生地?|生于|(?<![一二三四两几这那哪卖买店商厂])家[在住里]|娘家|婆家|hometown|born',
  ],
  ['trip', '去|回|飞|赴|前往|跑到|路过|途经|出差|旅游|旅行|travell?ing|visiting'],
  [
    'here',
    "人(?:现在|目前|已经|还|都){0,6}在|本人|我(?!们|司|国)|自己|住|居住|常驻|定居|待|呆|上班|工作|打工|i am|i'm|living|live|staying|working",
  ],
  [
    'never',
    '大学(?=在)|服务器|云主机|主机|空间|ecs|机房|节点|带宽|线路|域名|cdn|数据库|发货|[邮]?寄[到往回去]?|快递|送货|销往|卖[到往]|出口|进货|采购|毕业于?|读书|上学|念书|考上|就读|母校|ip|号码|航班|高铁|飞机|开户行?|银行|可用区|地域|servers?|hosted|hosting|domain|fuwuqi',
  ],
  ['from', '从(?!事|来|而)|(?:变更|迁移|搬迁)前|(?:moved|relocated) from'],
];
const ALL = new RegExp(CUES.map(([, words]) => `(${words})`).join('|'), 'gu');
/** What may stand between such a word and the place. */
const FILLER =
  /^(?:[.的在是为于到至人买租购都也就还仍现目前地址选写填算属叫做放开设办建落住所个家小用其实际主要面应该刚一直已经当时显示标搁喺系远身长年常跑:"'“( ]|上|那里|来着|呢(?=[是在])|province|based|located|the|in|at|is|are|was|of|zai|shi|now)*$/u;

/** Characters before the place that are read. */
const NEAR = 18;

/** 分公司执照: whose papers they are matters more. */
const OWNERS: ReadonlySet<Standing> = new Set(['branch', 'head']);
const OWNED: ReadonlySet<Standing> = new Set(['licensed', 'firm', 'office']);

/** 户口迁到, 老板搬去: who moved is no firm. */
const PERSONS: ReadonlySet<Standing> = new Set(['home', 'third']);
const MOVES = /迁|搬|落户/u;

export interface Cue {
  readonly standing: Standing;
  readonly words: string;
}

/** The word nearest before a place that says something of it. */
export function cueBefore(whole: string): Cue | undefined {
  const before = whole.slice(-NEAR);
  const found = [...before.matchAll(ALL)].map((match) => {
    const kind = match.slice(1).findIndex((part) => part !== undefined);
    return {
      standing: CUES[kind]?.[0] ?? 'plain',
      words: match[0],
      end: match.index + match[0].length,
      index: match.index,
    };
  });
  const last = found.at(-1);
  if (!last || !FILLER.test(before.slice(last.end))) return undefined;
  const owner = found.at(-2);
  const named = found.slice(0, -1).findLast(({ standing }) => standing !== 'here');
  if (last.standing === 'here' && owner?.standing === 'third' && last.index - owner.end < 4) {
    return { standing: 'third', words: owner.words };
  }
  if (MOVES.test(last.words) && owner && PERSONS.has(owner.standing) && last.index - owner.end < 3) {
    return { standing: owner.standing, words: owner.words };
  }
  if (
    last.standing === 'home' &&
    named?.standing === 'firm' &&
    FILLER.test(before.slice(named.end, last.index).replace('我', ''))
  ) {
    return { standing: 'firm', words: named.words };
  }
  if (OWNED.has(last.standing) && owner && OWNERS.has(owner.standing) && last.index - owner.end < 2) {
    return { standing: owner.standing, words: `${owner.words}${last.words}` };
  }
  return last;
}
