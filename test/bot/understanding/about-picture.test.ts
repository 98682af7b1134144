import { describe, expect, it } from 'vitest';
import { isAboutPicture } from '../../../src/bot/understanding/about-picture.ts';
import { createNormalise } from '../../../src/text/normalise.ts';

const normalise = createNormalise();
const about = (text: string, verdict = 'image-too-big') => isAboutPicture(normalise(text), verdict);

describe('a message after a picture was judged', () => {
  it.each([
    '那怎么改',
    '看不懂 那怎么改',
    '那咋办',
    '怎么弄成jpg',
    '为什么不行',
    '到底行不行嘛',
    '就大一点点也不中?',
    '才过期俩月 先传上去行不',
    '这张真的不能用吗',
    '那该怎么处理呢',
    '能传吗',
  ])('is about it: %s', (text) => {
    expect(about(text)).toBe(true);
  });

  it.each([
    '手持照怎么拍',
    '授权书怎么弄',
    '营业执照复印件行吗',
    '法人不在怎么办',
    '人脸一直不过咋办',
    '扫码进不去怎么办',
    '为什么审核这么久',
    '谢谢',
    '好的',
    '还有一张',
    '安卓 9',
  ])('is about something else: %s', (text) => {
    expect(about(text)).toBe(false);
  });

  it('is about a face that was refused', () => {
    expect(about('那我对着脸再拍一张发你?', 'image-face-only')).toBe(true);
    expect(about('那我对着脸再拍一张发你?')).toBe(false);
  });
});
