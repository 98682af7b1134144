import { plainWords } from './phone/plain-words.ts';

/**
 * Whether a normalised message says that the person does not know, or does not
 * find, what was asked about the phone: 不知道, 忘了, 版本在哪看, 找不到关于手机.
 * Not where it is something else that they do not know (为什么刷不过, 去哪下载).
 */
export function cannotTell(normalised: string): boolean {
  const text = plainWords(normalised);
  return ENGLISH.test(text) || text.split(/[,。!?;…\n]+/).some(clauseTells);
}

const ENGLISH =
  /\b(?:idk|dunno|no (?:idea|clue))\b|\b(?:don'?t|do not) (?:really )?(?:know|remember)(?! (?:why|what to|how to (?!check|see|find|tell)|how it))|^(?:i'?m )?not (?:really )?sure(?! (?:why|how to (?!check|see|find|tell)|if (?:it|i|this) (?:will|can|works?)))|\b(?:can'?t|cannot|couldn'?t|can not) (?:find|see)(?: (?:it|that|this|where|(?:the |my )?(?:(?:system|android|ios|app|os) )?(?:version|settings?|about)\b.*))?$|\b(?:how (?:do i|to|can i)|where (?:do|can) i|where to) (?:check|see|find|tell|look)(?: (?:it|that|this|for it))?$|\b(?:how (?:do i|to|can i)|where (?:do|can) i|where to) (?:check|see|find|tell|look).{0,24}(?:version|system|model)/;

/** A way of saying it, and what may stand behind it in the clause. */
interface Cue {
  readonly pattern: RegExp;
  /** What it is about, near behind it; undefined where nothing may follow but small words. */
  readonly about: RegExp | undefined;
  /** Whether it says enough with nothing behind it. */
  readonly alone: boolean;
  /** Whether what stands before it must be of the phone too (版本号在哪). */
  readonly led?: boolean;
}

const PHONE =
  /^.{0,10}?(?:版本|系统|手机(?!号)|机型|型号|牌子|什么机|更新|新版|最新|安卓|苹果|鸿蒙|ios|android|app|几|多少|设置|这个|那个|这些|那些|这东西|在哪|去哪|哪里|哪个|怎么(?:看|查|找))/;
const VERSION = /^.{0,8}?(?:版本|系统|更新|新版|最新|型号|机型|手机(?!号)|安卓|鸿蒙|ios|android|几)/;
const PLACE =
  /^(?:有|到|什么|那个|这个|你说|系统|手机|里面?|安卓|app|的)*(?:版本(?!更新)|关于(?:手机|本机)|设置|检查更新|选项|这个|那个|这一?项|功能|型号|在?哪|你说的)/;
const NOT_THERE = /^(?:什么|那个|这个|你说|系统|手机|安卓|app|的)*(?:版本(?!更新)|关于(?:手机|本机)|选项|这一?项|型号)/;

const CUES: readonly Cue[] = [
  {
    pattern:
      /[不没未](?:太|大|很|怎么)?(?:知道?|晓得|清楚|确定|懂|了解|记得|认识|认得)|不(?:太)?明白|没有?(?:注意|留意|看过|查过|概念)|忘(?:记|掉)?了?(?!去?更新|去?升级|记|了|掉)|[记说搞弄分讲]不(?:太)?(?:清楚?|准|上来|懂|明白)|看不(?:太)?(?:懂|明白)|不(?:太)?(?:会|识)(?:看|查|找|弄|搞|操作)/g,
    about: PHONE,
    alone: true,
  },
  { pattern: /(?:鬼|谁|天|哪里?|怎么)(?:会|能)?(?:知道?|晓得)|^母鸡/g, about: PHONE, alone: true },
  { pattern: /找不(?:到|着|见)|[没未]有?找(?:到|着|见)/g, about: PLACE, alone: true },
  { pattern: /(?:[没未]有?|不)(?:看|见|瞧|看得)(?:到|见)|看不(?:到|见)/g, about: NOT_THERE, alone: false },
  { pattern: /(?:[没未]有?|不)(?:看|见|瞧)(?:到|见)?在哪里?/g, about: undefined, alone: true },
  { pattern: /没有?/g, about: NOT_THERE, alone: false },
  {
    pattern: /(?:(?<!你)怎么|如何|怎样|咋|^点)(?:去|能|可以|才能|样)?(?:看|查|找|确认|判断)(?:看|到|一下)?/g,
    about: VERSION,
    alone: true,
  },
  {
    pattern: /(?:哪里?|哪儿|什么地方|哪个地方)(?:能|可以|才能|去)?(?:看|查|找|瞧)(?:得?到|一下)?/g,
    about: VERSION,
    alone: true,
  },
  { pattern: /在?(?:哪里?|哪儿|什么地方)/g, about: undefined, alone: true, led: true },
];

/** Nothing but small words. */
const BARE =
  /^(?:[了啊呀哦呢吧嘛哈的诶欸耶喔噢哎呐啦咯嘞额哟呦儿它这那看查~."'\s]|过|你说|在哪里?|什么|是|具体|我|一点)*$/;
const LED = /^(?:请问|那|这|个|它|都|我|要|具体|到底|是|的|\s)*$|版本|系统|关于|设置|检查更新|型号|更新列表|最新/;
/** What is not of the phone: then it is that which they do not know. */
const ELSE =
  /为什么|为何|怎么(?:办|弄|搞|整|回事|过|填|用|更新|升级|下|装|传|拍)|原因|出错|问题|下载|上传|[刷扫](?!码的?手机)|审核|进度|授权书|材料|资料|证|执照|域名|密码|账号|登录|注册|填|干什么|干嘛|能不能|能用|可不可以|行不行|要不要|该不该|多久|会不会|截图|拍|过期|驳回|备案|订单|二维码|换手机|谁的|入口|通过|哪里?(?:更新|升级)/;
/** They do know: "我知道怎么看了". */
const KNOWS = /(?<![不没未])(?:知道|学会|会|懂|晓得)$/;

function clauseTells(clause: string): boolean {
  return CUES.some(({ pattern, about, alone, led = false }) =>
    [...clause.matchAll(pattern)].some(({ index, 0: { length } }) => {
      const lead = clause.slice(Math.max(0, index - 12), index);
      const rest = clause.slice(index + length, index + length + 24);
      if (KNOWS.test(lead) || ELSE.test(rest) || (led && !LED.test(lead))) return false;
      return (alone && BARE.test(rest) && !ELSE.test(lead)) || (about?.test(rest) ?? false);
    }),
  );
}
