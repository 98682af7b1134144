import { describe, expect, it } from 'vitest';
import { type FaceStory, faceStoryIn } from '../../../../src/bot/understanding/people/face-story.ts';
import { said } from './said.ts';

const story = (text: string): FaceStory => faceStoryIn(said(text));

describe('the end of it', () => {
  it.each([
    '过了',
    '通过了',
    '成功了',
    '刷过了谢谢',
    '终于过了！',
    '人脸过了，下一步呢',
    '总算通过啦',
    '第一次失败，第二次过了',
    '这次成功了，谢谢你',
    '核验成功',
    '可以了',
    '刷脸刷成了',
    '去窗边一次就过了',
    'it passed, thanks',
    '過了過了',
    '好了，过了',
    '居然过了',
    '搞掂，过咗',
    '失败三次之后终于通过了',
  ])('%s passed', (text) => {
    expect(story(text).passed).toBe(true);
  });

  it.each([
    '没过',
    '过不了',
    '要是过了',
    '过了吗',
    '通过了吗',
    '没通过',
    '没成功',
    '不成功',
    '过了一会儿又失败',
    '过了半天没反应',
    '都试过了',
    '刷过了还是不行',
    '身份证通过了，人脸没过',
    '身份证过期了',
    '什么时候能过',
    '等过了我告诉你',
    '怎样才能通过',
    '一次都没成功',
    '昨天说过了',
    '审核多久能通过',
    '好了没',
    '成功地又失败了一次',
  ])('%s did not', (text) => {
    expect(story(text).passed).toBe(false);
  });
});
