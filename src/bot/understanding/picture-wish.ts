import { phrases } from '../phrases.ts';

/** What is to be made of the pictures that were sent. `retouch` is never done, and said so. */
export type PictureWish =
  | { readonly is: 'fix' | 'crop' | 'retouch' }
  | { readonly is: 'stitch'; readonly layout: 'side' | 'stack' };

/** Nobody says more such words in a row. */
const FEW = '{0,12}';
/** Asks somebody for something; what stands before it is a story. */
const ASKS = `(?:帮|给|替|麻烦|请|劳驾|能不能|能否|可不可以|直接)(?:一?下|忙|我|俺|咱|你|您)${FEW}`;
/** Without asking it is the whole message, and not the news that it was done ("转正了"). */
const ALONE = `^(?!.*了$)(?:那|好的?|就|可以|能|你|您|都|再|也)${FEW}`;
const WHAT = `(?:把|将)?(?:它|他|这|那|个|几?张|些|两|俩|图片?|照片|身份证|证件|执照|正反面|都|一起|直接)${FEW}`;
const AFTER = `(?:一下子?|一哈|哈|下|它|这个|这张|图片?|照片|成)${FEW}`;
const END = `(?:(?:再|然后)?(?:给|发)(?:我|俺|回来|过来)?|吧|呗|嘛|咯|喽|啊|呀|吗|么|不|了|谢谢|拜托|好吗|好不|行吗|行不|可以吗|可以不|就行|就好|得了|不就(?:完|行|好|得)了)${FEW}$`;

const JPG = '(?:jpe?g|png|图片)(?:格式)?';
const FIX = [
  `改(?:好|小|一改|格式|成?${JPG})`,
  `转(?:换|化|码)?(?:成|为|换成)?(?:${JPG}|格式|过来|正|(?=一?下|一哈|哈))`,
  `转?(?:存|保存|导出)(?:成|为)${JPG}`,
  '压缩?(?:到?(?:4|四)(?:m|mb|兆)?(?:以下|以内|之内)|小|(?=一?下|一哈|哈|吧|呗|嘛|$))',
  '(?:缩|弄|变|改|整|搞)小',
  '缩(?=一?下|一哈)',
  '转正|摆正|旋转|扶正|正过来|(?:转|调|翻|倒)过来',
].join('|');
const CROP = `只(?:留|要)证件|(?:裁|剪)(?:剪|裁|切|好|掉|去|一下|下)${FEW}(?:旁边|周围|外面)?(?:的)?(?:边|多余的?|桌子|桌面|背景|空白)${FEW}|截(?:出|取)证件`;
const TOGETHER = '(?:接|并|成|到|在|起来|好|图|一起|一张|一块)';
const STITCH = `拼${TOGETHER}${FEW}|合(?:并|成|到|在)${TOGETHER}${FEW}`;
const RETOUCH =
  '(?:弄|修|变|处理|调|搞|整|搞得|弄得|调得)(?:得)?(?:更)?(?:清楚|清晰|高清|亮)(?:点|些|一点|一些)?|去(?:掉)?(?:反光|模糊|水印)|修复|修(?:一下)?图|美化|锐化|提亮';

const wish = (verbs: string, asks = ASKS): RegExp =>
  new RegExp(`(?:${ALONE}|${asks})${WHAT}(?:${verbs})${AFTER}${END}`);
const WISHES: readonly (readonly [RegExp, PictureWish])[] = [
  [wish(RETOUCH, `${ASKS}|能|可以|会`), { is: 'retouch' }],
  [wish(STITCH), { is: 'stitch', layout: 'side' }],
  [wish(CROP), { is: 'crop' }],
  [wish(FIX), { is: 'fix' }],
];

/** The wish in a normalised message; undefined where it is none. */
export function pictureWishIn(normalised: string): PictureWish | undefined {
  const said = normalised.replace(/[^\p{L}\p{N}]/gu, '');
  if (said === phrases.stack || /^(换成|改成)?上下(放|拼|排)/.test(said)) return { is: 'stitch', layout: 'stack' };
  if (said === phrases.side || /^(换成|改成)?左右(放|拼|排)/.test(said)) return { is: 'stitch', layout: 'side' };
  if (said === phrases.cropIt) return { is: 'crop' };
  return WISHES.find(([pattern]) => pattern.test(said))?.[1];
}

/** Words that leave it to us what is done; what that is the picture tells. */
const LEFT_TO_US =
  /^(那|好的?|就|还是|麻烦|请|都){0,12}(你|您|帮我?|给我){1,12}(来|帮|给|我|俺){0,12}(弄|搞|整|改|处理|修|做|来)(好|一下|下)?(吧|呗|啊|嘛|了|谢谢)*$|(发|给)(给)?我?(一|个)?张?(能用|合格|改好|弄好|行)的/;

/** Whether a normalised message leaves the picture to us, as "你来弄吧" does. */
export function leavesItToUs(normalised: string): boolean {
  return LEFT_TO_US.test(normalised.replace(/[^\p{L}\p{N}]/gu, ''));
}
