import { describe, expect, it } from 'vitest';
import { type FaceStory, faceStoryIn } from '../../../../src/bot/understanding/people/face-story.ts';
import { said } from './said.ts';

const story = (text: string): FaceStory => faceStoryIn(said(text));

describe('the failures of a face verification', () => {
  it.each([
    ['都第四次了', 4],
    ['刷了七八次', 8],
    ['失败了三回', 3],
    ['第二次、第三次都失败', 3],
    ['试了十几次', 10],
    ['人脸核验第1次失败', 1],
    ['第一次刷就没过', 1],
    ['人脸识别已经失败5次了，咋整', 5],
    ['刷脸刷了两三次都不过', 3],
    ['三四回了还是提示不一致', 4],
    ['连着3次都说采集人脸与公安库不一致', 3],
    ['我妈六十五了，刷了四遍都认不出来', 4],
    ['俩次都没成', 2],
    ['两次了', 2],
    ['刷臉失敗兩次了', 2],
    ['唰脸失白了三次', 3],
    ['failed 3 times already', 3],
    ['face check fail了一次', 1],
    ['this is the third time it fails', 3],
    ['tried twice, no luck', 2],
    ['刷咗五次都唔得', 5],
    ['整了4遍都不好使', 4],
    ['今天刷到第六次了，眼睛都眨酸了', 6],
    ['二十多次了大哥', 20],
    ['不下十次了吧', 10],
    ['就刷了一次，没通过', 1],
    ['弄了3-4次，还是失败', 4],
    ['昨天失败两次，今天失败三次', 5],
    ['试了三次不行，去窗边又试了一次还是不行', 4],
    ['又失败了，总共五次了', 5],
    ['11月2号到现在失败了4次，6.7.0版本的', 4],
    ['等了3个小时，刷了两次，第2步就报错', 2],
    ['我们两个人换了两部手机，试了三次都提示不一致', 3],
    ['网站负责人写的我同事小陈,他今天请假,试了三次都这样', 3],
    ['恭喜我，第五次失败达成', 5],
    ['刷了两把，都是不一致', 2],
    ['前前后后刷了十来回', 10],
    ['连续六次不通过！！！', 6],
  ])('%s: %i in all', (text, total) => {
    const told = story(text);
    expect([told.total, told.more]).toEqual([total, undefined]);
    expect(told.many).toBe(total >= 3);
  });

  it.each([
    '好几次了',
    '刷脸好几次都没过,能转人工审核吗',
    '试了无数遍了',
    '刷了一上午',
    '很多次了都不行',
    '折腾了老半天就是过不去',
    '弄了一晚上都刷不上',
    '刷了几次都不行',
    '不知道刷了多少次了',
    '这都第几次了',
    '多次核验仍然失败',
    '试咗好多次都唔得',
    '刷了八百遍了，你们系统是不是瞎',
    '三番五次失败',
    '刷到怀疑人生了，就是不过',
    'tried many times',
    '人脸核验多次失败后怎么操作',
    '刷脸刷了老半天都整不过去',
    '數次失敗',
    '刷了一百次有没有，还不行',
  ])('%s: many', (text) => {
    expect(story(text)).toMatchObject({ total: 3, many: true });
  });

  it.each([
    ['又失败', 1],
    ['还是不过', 1],
    ['还是不行', 1],
    ['又刷了两回还不行', 2],
    ['再试了三次都不行', 3],
    ['又没过', 1],
    ['依然提示不一致', 1],
    ['还是老样子', 1],
    ['又双叒叕失败了', 1],
    ['刚又试了一次，还是那句话', 1],
    ['再刷一次还是不行', 1],
    ['按你说的又刷了2次，照样失败', 2],
    ['按你说的试了两次还是不一致', 2],
    ['failed again', 1],
    ['still not working', 1],
    ['仲系唔得', 1],
    ['還是過不了', 1],
    ['又不通过', 1],
    ['又试了好几次', 3],
    ['再次失败', 1],
    ['呵呵，又是不一致', 1],
    ['去窗边了，一样不行', 1],
    ['还是刷不上', 1],
    ['结果还是一样', 1],
  ])('%s: %i more', (text, more) => {
    const told = story(text);
    expect([told.more, told.total, told.failed]).toEqual([more, undefined, true]);
    expect(told.many).toBe(more >= 3);
  });

  it.each([
    '一天只能刷5次吗',
    '还剩两次',
    '明天再刷一次',
    '要刷几次才能过',
    '最后一次机会了',
    '一天最多可以做几次人脸核验',
    '失败三次会锁定吗',
    '我再试一次',
    '让我再刷两次看看',
    '是不是要失败三次才能转人工',
    '如果三次都不过怎么办',
    '还有3次机会',
    '我第一次备案不太懂',
    '第一次用阿里云APP刷脸，怎么弄',
    '换了两部手机',
    '第2步怎么弄',
    '重装了两次APP',
    '给客服打了三次电话',
    '我都问了三遍了',
    '身份证拍了三次',
    '11月2号',
    '等了3个小时',
    '6.7.0',
    '3个网站',
    '两个人',
    '每天能刷三次吗',
    '手机重启了两次',
    '说明看了两遍没看懂',
    '等一下',
    '资料一次性传完',
    '点了两下没反应',
    '备案被驳回两次了',
    'how many times can i try',
    '过了两次红绿灯才到家',
  ])('%s: no count', (text) => {
    expect([story(text).total, story(text).more]).toEqual([undefined, undefined]);
  });

  it.each([
    '失败',
    '人脸核验失败了怎么办',
    '刷脸过不去',
    '一次都没成功',
    '每次都失败',
    '采集人脸与公安库不一致',
    '刷脸刷不上',
    '验证不了啊',
    '老是说不是我',
    '人脸不过',
    '通不过',
    '认证未通过',
    '割了双眼皮,人脸老对不上',
    '识别不出来我的脸',
    '脸刷不过去，急死了',
    'face verification failed',
    '人臉核驗失敗',
    '刷脸唔过',
    '核验超时',
    '刷脸不得行',
    '重装了两次APP还是失败',
    '第二次备案，人脸失败',
  ])('%s: a failure', (text) => {
    expect([story(text).failed, story(text).passed]).toEqual([true, false]);
    expect(story(text).total).toBeUndefined();
  });

  it.each(['每次都失败', '回回都不过', '老是失败', '总是提示不一致', '反复失败', '提示失败次数过多'])(
    '%s: often, without a number',
    (text) => {
      expect(story(text)).toMatchObject({ many: true, failed: true });
      expect(story(text).total).toBeUndefined();
    },
  );

  it.each([
    '不过我还没刷',
    '会不会失败啊',
    '万一不过怎么办',
    '怎么刷脸',
    '过了',
    '谢谢',
    '没失败',
    '只不过是问问',
    '怎么才不会失败',
    '我先去刷脸',
    '',
    '好的',
  ])('%s: no failure', (text) => {
    expect(story(text)).toEqual({ many: false, followed: false, passed: text === '过了', failed: false });
  });
});
