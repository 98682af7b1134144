/** Words that tell whether the APP is the newest. */
export interface Sign {
  readonly pattern: RegExp;
  readonly newest: boolean;
  /** Read off the screen: a question behind it ("显示打开是最新吗") takes nothing back. */
  readonly seen: boolean;
}

/** What answers the question alone, though it says little by itself. */
export const SHORT_ANSWERS: readonly Pick<Sign, 'pattern' | 'newest'>[] = [
  { newest: true, pattern: /^(?:就?是|显示|写着?|只有|按钮是)?["“「]?打开/ },
  { newest: true, pattern: /^(?:没有?|无|木有)(?:了|啊|的|呀|更新)?[。!,]?$/ },
  { newest: true, pattern: /^(?:是|已经?是?|就是)?最新(?!吗|么|\?)/ },
  { newest: false, pattern: /^(?:不是|非)最新/ },
  { newest: false, pattern: /^有(?:的|更新|新版本?)?(?:了|啊|的|呀)?[。!,]?$/ },
  {
    newest: false,
    pattern: /^(?:就?是|显示|写着?|按钮是|有个)?["“「]?(?:更新|升级)["”」]?(?:按钮|两个?字|俩字)?[。!,]?$/,
  },
];

const Q = '["“”「」\'\\[\\]<>]?';
const NEW = '最新(?:的)?(?:版本?)?(?:了)?';
const BUTTON = '(?:按钮|按键|键|选项|项|提示|字样)';
const TWO_WORDS = '(?:两个?字|俩字|二字|这两个字)';
const END = '(?=$|[^\\p{L}\\p{N}]';
const STILL = '还|也|仍|依旧|照样|但|可是|可还|没用';
const OF_APP = '(?:任何|可用|可|什么|新|阿里云|app|它|的|有| )*';
const NONE =
  '(?:没有|没|无|木有|冇|未发现|没有?发现|没有?检测到|未检测到|检测不到|不显示|没显示|没出现|看不到|没看到|没有显示)';
const NOT_BY_ME = '(?<![我还直来也有久年月天周])';

const sign = (newest: boolean, seen: boolean, pattern: string): Sign => ({
  newest,
  seen,
  pattern: new RegExp(pattern, 'gu'),
});
const newest = (pattern: string): Sign => sign(true, false, pattern);
const newestSeen = (pattern: string): Sign => sign(true, true, pattern);
const older = (pattern: string): Sign => sign(false, false, pattern);
const olderSeen = (pattern: string): Sign => sign(false, true, pattern);

export const SIGNS: readonly Sign[] = [
  newestSeen(
    `(?:显示|提示|说|写着?|弹出?|告诉我|检查更新.{0,4}|已)(?:我|app|阿里云|当前|版本|已经?|它|就|都|是|为|您的|你的)*${NEW}`,
  ),
  newest(`(?:已经?|就|都|也|确实|肯定|绝对)是?(?:到|为|成|升级?到|更新到|升至|更新至)?(?:了)?${NEW}`),
  newest(`(?:升级?|更新|装|下|弄|搞|升级更新)(?:到|成|至|为|的?是)(?:了)?${NEW}`),
  newest(
    `(?:app|软件|客户端|阿里云|版本)(?:是|:|用的是|的|版本|也|都|确实| )*${NEW}|(?:我|都)用(?:的是|的|着)?${NEW}|用的(?:就?是)?${NEW}`,
  ),
  newest(
    `(?:^|[,。!;\\s])(?:确实|就|它|目前|现在|应该)?是${NEW}|最新(?:的)?版?本?(?:的)?了|(?:^|[,。!;\\s])最新版(?=呀|啊|,)`,
  ),
  newest(`(?:下载?|装|更新|升级)了${NEW}|(?:^|[,。!;(\\s])已?最新(?:版本?)?的?(?=$|[,。!;)])`),
  newest('latest version|newest version|up[ -]to[ -]date|no updates?'),
  newestSeen(
    `${NOT_BY_ME.replace('有', '')}${NONE}${OF_APP}${Q}(?:更新|新版本?|升级|update ?)${Q}(?:的)?(?:${BUTTON}|button|了)`,
  ),
  newestSeen(
    `${NOT_BY_ME}(?:没有|无|木有|冇|未发现|没有?发现|没有?检测到|未检测到|检测不到)${OF_APP}(?:更新|新版本?|升级)(?!过|吗|么|列表|成功|完|不|到|日志|记录)`,
  ),
  newestSeen(
    '(?:里面?|store|商店|市场|列表|检查更新|中)(?:[^,。!?]{0,4}?)(?:没有?|无)(?:阿里云的?|app的?|可用的?|它的?)*更新(?!过|吗|么|成功|完|列表)',
  ),
  newestSeen(`(?:看不到|没看到|看不见|没看见)[^,。!?]{0,8}更新${END})`),
  newestSeen('(?:没有?|不|未|也没)(?:再)?(?:提示|让我?|叫我?|弹出?|要求|推送)(?:我|需|要|有)*(?:更新|升级)'),
  newest('(?:无需|不用|不需要?|用不着)(?:再)?(?:更新|升级)'),
  newestSeen(
    `(?:显示|写着?|写的|是|只有|变成了?|就|成了?|按钮|剩下?|有)(?:的|是|个|一个)*${Q}打开${Q}(?:的)?(?:${BUTTON}|${TWO_WORDS})?(?:了)?(?=$|[,。!?;\\s…)]|是|那|不是|没|算|而|吗|说明)`,
  ),
  newestSeen(
    '(?:更新(?:列表|页面?)?|清单)(?:里面?|中)?(?:也|都)?(?:没有|没|无|不见|看不到|找不到|没看到|没看见)(?:有)?(?:显示)?(?:阿里云|它|这个)',
  ),
  newest(
    `(?:刚刚?|已经?|都|才|全)(?:把|给)?(?:app|阿里云|软件|客户端)*(?:重新|手动)?(?:更新|升级)(?:过|完成?|好|成功)?(?:了|的)?${END}|${STILL})`,
  ),
  newest(`(?:更新|升级)(?:完成?|好|成功|过)了?${END}|${STILL}|之后|后)|(?:更新|升级)了(?=,?(?:${STILL}))`),
  newest(`(?:app|阿里云|软件|客户端)(?:也|都|我)?(?:更新|升级)了${END})`),
  olderSeen(`(?<![是算])(?:不是|非|并非|不算|没到|还不是|不)(?:是)?${NEW}`),
  olderSeen(
    `(?<!没|木|冇|没有|未)(?:有|发现|检测到|出现|弹出?|推送)(?:了)?(?:一?个|可用|可|新(?=的)|阿里云|app|的|有)*${Q}(?:更新|新版本?)${Q}(?!过|吗|么|没|列表|记录|说明|内容|日志|失败|问题)`,
  ),
  olderSeen(
    `(?<![没不未])(?:提示|显示|弹出?|写着?|写的|报|store说|更新说|app说|它说|变成|还是)(?:的|是|我|需|要|必须|可以|可(?!以)|去|请|app|阿里云|立即|马上|先|有|个|让|叫|您|版本|后面| )*${Q}(?:更新|升级)${Q}(?:的)?(?:${BUTTON}|${TWO_WORDS})?(?!失败|成功|完|列表|不了|中|出错|错误|过|到|日志)`,
  ),
  older(
    '(?:版本|app|阿里云|软件|客户端)(?:是|还|太|过|很|比较|有点|确实)*(?:低|旧|老)(?:了|版)?|(?<![到回])(?:旧|老)版(?:本)?',
  ),
  olderSeen(`版本[^,。!?]{0,12}过低|(?:待更新|可更新|需要?更新)${END})`),
  olderSeen(
    '(?:没有?|从未|从来没|还没|一直没|好久没|很久没|半年没|忘了|没来得及)(?:有)?(?:去)?(?:更新|升级)过|(?:还没|一直没|从来?没|好久没|很久没|半年没|一年没|忘了|没来得及|懒得)(?:有)?(?:去)?(?:更新|升级)(?!不了)|(?:更新|升级).{0,6}(?:点了|按了)?忽略',
  ),
  olderSeen('更新(?:列表|页面?)(?:里面?|中)?(?:也|就|还)?(?:有|看到|能看到|看得到|出现|显示|显示有)(?:了)?阿里云'),
];
