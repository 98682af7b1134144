import { describe, expect, it } from 'vitest';
import { leavesItToUs, pictureWishIn } from '../../../src/bot/understanding/picture-wish.ts';
import { createNormalise } from '../../../src/text/normalise.ts';

const normalise = createNormalise();
const wish = (text: string) => pictureWishIn(normalise(text))?.is;

describe('a wish for a picture', () => {
  it.each([
    ['帮我改好', 'fix'],
    ['帮我压一下', 'fix'],
    ['压一下呗', 'fix'],
    ['幫我轉成jpg', 'fix'],
    ['你给我转一下不就完了', 'fix'],
    ['我不会弄电脑 你帮我转一哈', 'fix'],
    ['那帮我转过来', 'fix'],
    ['能压缩到4M以下吗', 'fix'],
    ['压缩一下再给我', 'fix'],
    ['麻烦把这张照片转正，谢谢', 'fix'],
    ['只留证件', 'crop'],
    ['帮我裁一下多余的桌子', 'crop'],
    ['帮我裁一下这张', 'crop'],
    ['拼成一张', 'stitch'],
    ['身份证给你 帮我拼到一起', 'stitch'],
    ['能不能把这两张拼成一张', 'stitch'],
    ['上下放', 'stitch'],
    ['俺手抖 你能给弄清楚点不', 'retouch'],
    ['能修清晰点吗', 'retouch'],
    ['帮我去掉反光', 'retouch'],
  ])('%s: %s', (text, is) => {
    expect(wish(text)).toBe(is);
  });

  it.each([
    '改好了',
    '转成jpg了',
    '压了一下,这张呢',
    '拼好了',
    '我压缩一下',
    '转人工',
    '帮我转人工',
    '帮我转一下客服',
    '两张图怎么拼成一张',
    '这张合格吗',
    '大小合适吗',
    '手持照要拼吗还是单独传',
    '压缩后不清楚会退吗',
    '法人改成我行不行',
  ])('is none: %s', (text) => {
    expect(wish(text)).toBeUndefined();
  });

  it('may leave to us what is done', () => {
    for (const text of ['你来弄吧', '帮我处理一下', '发我一张能用的'])
      expect(leavesItToUs(normalise(text)), text).toBe(true);
    for (const text of ['怎么弄', '我来弄吧', '你好']) expect(leavesItToUs(normalise(text)), text).toBe(false);
  });
});
