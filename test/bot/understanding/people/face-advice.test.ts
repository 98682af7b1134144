import { describe, expect, it } from 'vitest';
import { clausesIn } from '../../../../src/bot/understanding/people/clauses.ts';
import { followedIn } from '../../../../src/bot/understanding/people/face-advice.ts';
import { type FaceStory, faceStoryIn } from '../../../../src/bot/understanding/people/face-story.ts';
import { said } from './said.ts';

const story = (text: string): FaceStory => faceStoryIn(said(text));

it.each([
  ['窗户边上光线够够的', true],
  ['开着台灯 很亮', true],
  ['光线杠杠的', true],
  ['灯火通明', true],
  ['屋里灯火通明的', true],
  ['光线嘎嘎好', true],
  ['光线老好了', true],
  ['光线倍儿棒', true],
  ['光线那叫一个亮', true],
  ['亮得跟白天一样', true],
  ['屋里亮如白昼', true],
  ['头顶就是大灯', true],
  ['头上一盏日光灯', true],
  ['开着补光灯刷的', true],
  ['三盏灯照着', true],
  ['灯都开到最亮了', true],
  ['大中午在院里刷的', true],
  ['太阳晒着刷的', true],
  ['正午阳光底下', true],
  ['光线一级棒', true],
  ['窗户边亮堂堂的', true],
  ['靠窗坐着刷的', true],
  ['光线绝对够', true],
  ['采光特别好', true],
  ['光线很充分', true],
  ['光线暗暗的', false],
  ['灯坏了', false],
  ['台灯开着行吗', false],
  ['要很亮吗', false],
  ['光线够不够呢', false],
  ['光线要多亮', false],
  ['晚上没开灯', false],
  ['楼道里黑灯瞎火的', false],
  ['开台灯可以吗', false],
])('%s: followed %s', (text, followed) => {
  expect(followedIn(clausesIn(said(text)))).toBe(followed);
});

describe('the advice', () => {
  it.each([
    '去窗边了还是不行',
    '灯全打开了',
    '光线很好啊',
    '摘了眼镜',
    '换了白墙',
    '按你说的做了',
    '都试过了',
    '眼镜也摘了还是不行',
    '我在太阳底下刷的都不过',
    '能试的都试了',
    '屋里亮得很',
    '照做了，没用',
    '光线够亮了呀怎么还是不一致？',
    '我不是去窗边了吗，还是失败',
    '站在窗户前面刷的',
    '没戴眼镜没戴帽子',
    '開了燈也不行',
    '大白天对着阳台刷的',
    '你说的方法我都用了，没用',
    '补光灯都怼脸上了，还说我不是我',
    '光線充足，眼鏡摘了，背景白牆，還要怎樣',
    '刘海也撩起来了',
    '背景换成白的了',
    '灯光特别亮',
    'done everything you said, still failed',
    '照你教的弄嘞，不中',
  ])('%s was followed', (text) => {
    expect(story(text).followed).toBe(true);
  });

  it.each([
    '要去窗边吗',
    '是不是光线不好',
    '戴眼镜要摘吗',
    '我去窗边试试',
    '光线太暗了',
    '没开灯',
    '眼镜没摘',
    '光线不好会影响吗',
    '摘眼镜有用吗',
    '还没试',
    '等会去窗边刷',
    '需要光线多好',
    '晚上在家刷脸老不成功,是不是光线太暗',
    '怎么开灯',
    '要不要换个白墙',
    '又失败了',
    '刷脸能戴眼镜吗',
    '屋里不够亮',
    '窗边没有位置',
  ])('%s was not', (text) => {
    expect(story(text).followed).toBe(false);
  });
});
