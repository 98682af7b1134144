import { describe, expect, it } from 'vitest';
import { type Phrase, short, told } from './shipped.ts';

const BRANDS: readonly Phrase[] = [
  ['我是安卓手机', 'android'],
  ['苹果', 'ios'],
  ['iPhone的', 'ios'],
  ['用iPad扫的', 'ios'],
  ['果子手机扫不了', 'ios'],
  ['平果手机', 'ios'],
  ['iPhnoe 扫不进去', 'ios'],
  ['鸿蒙系统', 'harmony'],
  ['华为鸿蒙', 'harmony'],
  ['荣耀手机，鸿蒙的', 'harmony'],
  ['纯血鸿蒙', 'harmony'],
  ['HarmonyOS NEXT', 'harmony'],
  ['小米平板', 'android'],
  ['老三星', 'android'],
  ['真我GT', 'android'],
  ['iQOO Neo5', 'android'],
  ['华为', '-'],
  ['荣耀手机', '-'],
  ['华为手机扫码白屏', '-'],
  ['华为安卓机', 'android'],
  ['App Store里更新过', 'ios'],
  ['苹果id登不上，更新不了', 'ios'],
  ['安卓没有App Store怎么更新', 'android'],
];

const SEVERAL: readonly Phrase[] = [
  ['不是苹果是安卓', 'android'],
  ['不是安卓，是苹果', 'ios'],
  ['不对，我是安卓4.4', 'android 4.4'],
  ['说错了，是iPhone', 'ios'],
  ['安卓8.1，不对，是7.1', 'android 7.1'],
  ['我不是安卓4.4，是5.1', 'android 5.1'],
  ['刚才看错了系统是安卓6.0', 'android 6.0'],
  ['安卓9……打错了，安卓8', 'android 8'],
  ['iPhone，噢不对，我现在拿的是红米', 'android'],
  ['没有苹果手机', '-'],
  ['我没有安卓手机，只有苹果', 'ios'],
  ['我的是安卓4.4，拿我媳妇的iPhone扫行不', 'ios'],
  ['那借同事的苹果手机扫可以吗', 'ios'],
  ['换了苹果手机还是不行', 'ios'],
  ['已经从安卓换成苹果了', 'ios'],
  ['以前用安卓，现在是iPhone 15', 'ios'],
  ['安卓6.0，家里另外有个iPad没用过', 'android 6.0'],
  ['我的安卓扫不了，同事的苹果就可以', 'android'],
  ['我老婆苹果的可以，我安卓不行', 'android'],
  ['我妈的手机是安卓5.1', 'android 5.1'],
  ['安卓和苹果有什么区别', '-'],
  ['苹果安卓都试了', '-'],
  ['一台安卓一台苹果先用哪个', '-'],
  ['为什么推荐用苹果', '-'],
  ['必须用苹果吗', '-'],
  ['鸿蒙算安卓吗', '-'],
  ['我安卓的，是不是必须换苹果', 'android'],
  ['安卓4.4不行那我换苹果可以不', 'android 4.4'],
];

describe('the phone that runs the APP', () => {
  it.each(BRANDS)('knows %s for %s', (text, said) => {
    expect(short(told(text))).toBe(said);
  });

  it.each(SEVERAL)('of several phones in %s takes %s', (text, said) => {
    expect(short(told(text))).toBe(said);
  });
});
