import { readdirSync, readFileSync } from 'node:fs';
import { ConverterFactory } from 'opencc-js/core';
import { configs } from 'opencc-js/preset/cn2t';
import { expect, it } from 'vitest';
import { dictionary } from '../../web/shared/dictionary.ts';
import { traditional } from '../../web/shared/traditional.ts';
import { SIMPLIFIED } from './simplified.ts';

/** Runs of Chinese in the sources of what is said to people. */
const TEXTS = new Set(
  ['web', 'src', 'data/faq', 'data/rules'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|md|json)$/.test(name))
      .flatMap(
        (name) => readFileSync(`${folder}/${name}`, 'utf8').match(/[\p{Script=Han}，。、：；“”！？（）《》]+/gu) ?? [],
      ),
  ),
);

it.each([
  ['机器人在接待', '機器人在接待'],
  ['信息', '資訊'],
  ['设置', '設定'],
  ['网络不通', '網路不通'],
  ['用户', '使用者'],
  ['退出登录', '登出'],
  ['公告已发布', '公告已發布'],
  ['留言里没有找到。', '留言裡沒有找到。'],
  ['这一面的反光太强，请复印后再扫描二维码', '這一面的反光太強，請影印後再掃描QR 碼'],
])('writes %s as Taiwan does', (text, written) => {
  expect(traditional(text)).toBe(written);
});

it('leaves no simplified sign in anything that is said', () => {
  const left = new RegExp(SIMPLIFIED, 'u');
  expect(left.test('这')).toBe(true);
  expect([...TEXTS].map(traditional).filter((text) => left.test(text))).toEqual([]);
});

/** Two ways to write one word, of which the whole dictionary takes now one, now the other. */
const eitherWay = (text: string): string => text.replaceAll('覈', '核').replaceAll('佈', '布').replaceAll('復', '覆');

it('comes to the same as the whole dictionary, of which it is a sixth', () => {
  const [signs = []] = dictionary;
  const [whole = []] = configs.s2twp?.conversionChain ?? [];
  expect(signs.join('').length * 5).toBeLessThan(whole.join('').length);
  const [short, long] = [ConverterFactory(signs), ConverterFactory(whole)];
  expect(TEXTS.size).toBeGreaterThan(5_000);
  expect([...TEXTS].filter((text) => eitherWay(short(text)) !== eitherWay(long(text)))).toEqual([]);
});
