import { phrases } from '../phrases.ts';

/** What is to be made of the pictures that were sent. */
export type PictureWish =
  | { readonly is: 'fix' | 'crop' }
  | { readonly is: 'stitch'; readonly layout: 'side' | 'stack' };

const PLEASE = '^(那|好|好的|请|麻烦|可以|能不能|能|你|您|帮我?|给我?|直接|把(它|这张|图片?|照片)?)*';
const IT = '(一下|一下吧|它|这张|图片?|照片|成)*';
const END = '(吧|啊|呀|吗|了|谢谢|好吗|行吗|可以吗)*$';
const FIX = new RegExp(
  `${PLEASE}(改(好|成jpe?g)|转(成|为|换成)?jpe?g|转(换)?格式|压缩?(到?4(m|mb|兆)?以下|小)?|缩小|弄小|变小|转正|摆正|旋转|扶正)${IT}${END}`,
);
const CROP = new RegExp(`${PLEASE}(只(留|要)证件|裁(剪|一下|掉|好)?(边|多余的)?|剪裁|截(出|取)证件)${IT}${END}`);
const STITCH = new RegExp(`${PLEASE}(拼(接|起来|在一起|成一张|一起|好|图)?|合(成|并)(成)?(一张)?)${IT}${END}`);

/** The wish in a normalised message without marks; undefined where it is none. */
export function pictureWishIn(said: string): PictureWish | undefined {
  if (said === phrases.stack || /^(换成|改成)?上下(放|拼|排)/.test(said)) return { is: 'stitch', layout: 'stack' };
  if (said === phrases.side || /^(换成|改成)?左右(放|拼|排)/.test(said)) return { is: 'stitch', layout: 'side' };
  if (STITCH.test(said)) return { is: 'stitch', layout: 'side' };
  if (CROP.test(said)) return { is: 'crop' };
  return FIX.test(said) ? { is: 'fix' } : undefined;
}
