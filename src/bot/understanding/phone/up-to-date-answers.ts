/** A short message that answers whether the APP is the newest, though it says little by itself. */
interface Answer {
  readonly newest: boolean;
  readonly pattern: RegExp;
}

/** Longest short answer, in characters. */
export const SHORT = 30;

const LEAD =
  '^(?:[嗯哦噢啊额呃我那它他,\\s]|[看查](?:了看|了一下|了下|过了|了)|检查(?:了一下|了下|过了|过|了)|现在|好像|应该)*';
/** The list of updates, as one looks into it. */
const IN =
  '(?:app ?store|商店|市场|待?更新)?的?(?:(?:列表|清单|页面|里面|里头|里边|里|中|上面|那里|那边|这里))+(?:[都就也还并是]|确实|显示)*';
const THE_APP = '(?:阿里云(?:app)?|这个app|那个app|这个|软件|app|它|他)';
const TAIL = '(?:[了啊的呀呢喔哦哈诶哎嘛]|更新)*[。!,.]?$';
const BUTTON = '(?:按钮|按键|键|这?两个?字|俩字|二字)?(?:[了啊的呀哦呢])*';
const SHOWS = '(?:是|只有(?!一?个)|只看到|只|显示的?|写着?的?|按钮|旁边|有一?个|一?个|就|还)*';

const yes = (pattern: string): Answer => ({ newest: true, pattern: new RegExp(pattern) });
const no = (pattern: string): Answer => ({ newest: false, pattern: new RegExp(pattern) });

export const SHORT_ANSWERS: readonly Answer[] = [
  yes(`${LEAD}${SHOWS}["“「]?打开["”」]?${BUTTON}(?=$|[,。!.\\s]|没|不是|而)`),
  yes(`${LEAD}(?:${IN})?(?:显示)?(?:没有?|无)(?:${THE_APP}|新的?(?:版本?)?|要|需要)?${TAIL}`),
  yes(`${LEAD}${IN}没有?(?:看到|见到|看见|找到|显示|出现)${THE_APP}?${TAIL}`),
  yes(`${LEAD}没有?(?:看到|见到|看见|显示|出现)${THE_APP}${TAIL}`),
  yes(`${LEAD}(?:是|就是|已经?是?|都是|都|显示)?最新(?!.{0,8}(?:吗|么|哪|怎么|多少|\\?))`),
  yes('^(?:just |only )?open[.!]?$'),
  no(
    `${LEAD}(?:不是|非|并非|不算)(?:最新(?!.{0,8}(?:吗|么|\\?))|(?:[了啊的呀呢])*(?:,? ?(?:是)?[旧老].{0,3})?[。!.]?$)`,
  ),
  no(`${LEAD}(?:就?是|还是|用的)?(?:[旧老]的?版本?|[旧老]的)${TAIL}`),
  no(`${LEAD}(?:${IN})?(?:看到)?有(?:看到)?(?:${THE_APP}|新的?(?:版本?)?|得)?${TAIL}`),
  no(`${LEAD}(?:${THE_APP})?(?:[就也还都])?在(?:${IN})${TAIL}`),
  no(`${LEAD}(?:有的?,|看到了,)?(?:显示|提示|[说就是还也])*(?:可以|[可能要得待]|需要)更新[了的啊]?[。!,]?$`),
  no(`${LEAD}${SHOWS}["“「]?(?:更新|升级)["”」]?${BUTTON}[。!,]?$`),
  no('^(?:update|yes there is(?: (?:an update|one))?|there is(?: (?:an update|one))?)[.!]?$'),
];
