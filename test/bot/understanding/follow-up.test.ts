import { describe, expect, it } from 'vitest';
import { followUpIn, leaningIn } from '../../../src/bot/understanding/follow-up.ts';

const kinds: Readonly<Record<string, readonly string[]>> = {
  platform: [
    '那安卓呢',
    '苹果的呢',
    '安卓怎么弄',
    '如果是苹果呢',
    '我用的是安卓手机',
    '换成iphone呢',
    '那ipad可以吗',
    '鸿蒙的呢？',
    '不对，我是安卓',
  ],
  'still-failing': [
    '还是不行',
    '还是不行啊',
    '试了还是一样',
    '试过了没用',
    '没用',
    '不行',
    '照做了还是失败',
    '按你说的做了，还是不行',
    '更新了还是不行',
    '我都试过了，还是没反应',
    '依然不行',
    '还是老样子',
    '不管用',
    'still not working',
    '唔得',
    '还是进不去',
    '也不行',
  ],
  step: ['第二步在哪', '第3步怎么弄', '那第一步呢', '第二步没看懂', '第十步'],
  unclear: [
    '没看懂',
    '看不懂',
    '什么意思',
    '怎么弄',
    '在哪里',
    '在哪点',
    '说详细点',
    '具体怎么操作',
    '一步一步说',
    '简单点',
    '不会弄',
    '具体点',
  ],
  next: ['然后呢', '接下来呢', '下一步怎么办', '之后呢'],
  why: ['为什么', '为啥', '怎么回事', '什么原因'],
  again: ['再说一遍', '没听清', '再发一遍'],
};

describe('a follow-up', () => {
  it.each(Object.entries(kinds).flatMap(([kind, wordings]) => wordings.map((said) => [said, kind] as const)))(
    '%s: %s',
    (said, kind) => {
      expect(followUpIn(said)?.is).toBe(kind);
    },
  );

  it('names the phone and the step', () => {
    expect(followUpIn('那安卓呢')).toEqual({ is: 'platform', platform: 'android' });
    expect(followUpIn('iphone的呢')).toEqual({ is: 'platform', platform: 'ios' });
    expect(followUpIn('鸿蒙呢')).toEqual({ is: 'platform', platform: 'harmony' });
    expect(followUpIn('第十步在哪')).toEqual({ is: 'step', number: 10 });
    expect(followUpIn('第2步')).toEqual({ is: 'step', number: 2 });
  });

  it.each([
    '安卓扫码进不去上传页面',
    '授权书在哪里下载',
    '为什么提示资料不完整',
    '第二张图传不上去',
    '备案多久能下来',
    '苹果手机更新不了微信',
    '怎么拍身份证',
    '第一次备案',
    '没用过阿里云APP',
    '在哪里下载方案书',
    '不行的话可以换手机吗',
    '你好',
    '好的',
    '谢谢',
    '',
  ])('%s stands alone', (said) => {
    expect(followUpIn(said)).toBeUndefined();
  });
});

describe('a message that may lean on the last answer', () => {
  it.each(['去窗边又刷了两回还不行', '更新了还是提示非法参数', '换了手机依然闪退', '网也换了还是上传中'])(
    '%s: it failed again',
    (said) => {
      expect(leaningIn(said)).toEqual({ is: 'still-failing' });
    },
  );

  it.each(['那黑白的呢', '彩色的行吗', '换个浏览器呢'])('%s: one more of the same', (said) => {
    expect(leaningIn(said)).toEqual({ is: 'again' });
  });

  it.each(['授权书在哪里下载', '扫码进不去上传页面', '请问备案成功以后多长时间能够把网站开通呢'])(
    '%s does not',
    (said) => {
      expect(leaningIn(said)).toBeUndefined();
    },
  );
});
