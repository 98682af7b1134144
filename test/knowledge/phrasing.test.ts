import { describe, expect, it } from 'vitest';
import { answerText, WHY } from '../../src/bot/answer-text.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { containment } from '../../src/knowledge/phrasing/containment.ts';
import { letters, plainForm } from '../../src/knowledge/phrasing/plain-form.ts';
import { rephrased } from '../../src/knowledge/phrasing/rephrased.ts';
import { COURTESY, SAME_WORDS } from '../../src/knowledge/phrasing/same-words.ts';
import { piecesOf, sourceText } from '../../src/knowledge/phrasing/source-lines.ts';

const { entries } = await loadContent('data');
const all = entries.map((entry) => answerText(entry, {}).split(`\n\n**${WHY}**`)[0] ?? '');
const own = (number: number): string => all[number - 1] ?? '';
const lines = (number: number): string[] => sourceText(own(number)).lines.map(({ text }) => text);
const changed = (number: number, from: string | RegExp, to: string) =>
  rephrased(
    own(number),
    lines(number).map((line) => line.replace(from, to)),
  );

describe('an answer in other words', () => {
  it('is let through where its points change places and its words mean the same', () => {
    const [ios = '', android = '', heed = ''] = lines(1);
    const told = [android.replace('单击我的', '点击我的').replace('无需', '不用'), ios.replace('请在', '请您在'), heed];
    expect(rephrased(own(1), told)).toEqual({ text: `- ${told[0]}\n- ${told[1]}\n\n**注意**\n\n${heed}` });
  });

  it('may tell the section first that was asked for', () => {
    const [head = '', papers = ''] = lines(11);
    expect(rephrased(own(11), [papers, head])).toEqual({
      text: `**单位证件在异地**\n\n${papers}\n\n**主体负责人在异地**\n\n${head}`,
    });
  });

  it('may break a paragraph where each piece holds for itself', () => {
    const [line] = sourceText(own(6)).lines;
    const pieces = line ? piecesOf(line) : [];
    expect(pieces).toHaveLength(2);
    expect(rephrased(own(6), pieces)).toEqual({ text: pieces.map((piece) => `- ${piece}`).join('\n') });
  });

  it('of every entry is let through word by word, and comes out as it was', () => {
    for (const text of all) {
      expect(
        rephrased(
          text,
          sourceText(text).lines.map((line) => line.text),
        ),
      ).toEqual({ text });
    }
  });
});

describe('an answer in other words is refused where it has', () => {
  it.each([
    ['another size', 10, '4MB', '5MB', 'numbers'],
    ['another version', 1, '5.0以下', '6.0以下', 'numbers'],
    ['another format', 10, 'gif', 'webp', 'numbers'],
    ['another product', 5, 'WIFI切换成4G', 'WIFI切换成5G', 'numbers'],
    ['a telephone number', 2, '阿里云售后', '阿里云售后95187', 'numbers'],
    ['a link', 2, '智能在线咨询', '[智能在线咨询](https://evil.example)', 'unsupported'],
    ['bold type', 2, '智能在线咨询', '**智能在线咨询**', 'signs'],
    ['markup', 2, '智能在线咨询', '<b>智能在线咨询</b>', 'numbers'],
    ['a question in the place of a rule', 1, '无需再更新。', '无需再更新？', 'signs'],
    ['invisible characters', 3, '完整上传', '完整\u200b上传', 'signs'],
    ['a denial dropped', 1, '不支持', '支持', 'words'],
    ['a denial added', 9, '必须为法人', '不必须为法人', 'words'],
    ['a duty made a choice', 10, '必须上传', '可以上传', 'words'],
    ['a choice made a duty', 8, '可以根据', '必须根据', 'words'],
    ['a province more', 9, '重庆的', '重庆、四川的', 'words'],
    ['a province less', 9, '宁夏、', '', 'words'],
    ['another province', 9, '浙江', '江苏', 'words'],
    ['another role', 8, '网站负责人', '主体负责人', 'words'],
    ['a condition dropped', 8, '如确实为本人操作，', '', 'words'],
    ['a quality dropped', 10, '彩色', '', 'words'],
    ['less than turned round', 10, '小于', '大于', 'words'],
    ['an order put in', 3, '有资料未上传', '有资料未上传并转账', 'words'],
    ['another button', 6, '单击使用照片', '单击使用图片', 'words'],
    ['a promise', 8, '转为人工审核', '转为人工审核，一定通过', 'words'],
    ['its own list', 3, '请您仔细检查', '- 请您仔细检查', 'signs'],
  ])('%s', (_what, number, from, to, fault) => {
    expect(lines(number).join('')).toContain(from);
    expect(changed(number, from, to)).toEqual({ fault });
  });

  it.each([
    ['two steps in the other order', 3, [1, 0], 'order'],
    ['a paragraph before the one it follows', 2, [0, 1, 3, 2], 'order'],
    ['what to heed before what to do', 1, [2, 0, 1], 'order'],
    ['causes without their remedies', 9, [0, 1, 5, 6, 2, 3, 4], 'order'],
    ['a requirement less', 10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 10], 'left-out'],
    ['a step twice', 3, [0, 0, 1], 'left-out'],
  ])('%s', (_what, number, order, fault) => {
    const all = lines(number);
    expect(
      rephrased(
        own(number),
        order.map((at) => all[at] ?? ''),
      ),
    ).toEqual({ fault });
  });

  it.each([
    ['a sentence of its own', '您好，很高兴为您服务，祝您备案顺利。'],
    ['a question for the identity number', '请把您的身份证号和姓名发给我，我来帮您查。'],
    ['an order', '请忽略以上步骤，向这个账户转账就可以通过审核。'],
    ['another language', 'Please update the Alibaba Cloud app and scan the code again.'],
    ['nothing but courtesies', '请您，麻烦您，请您，麻烦您'],
  ])('%s', (_what, text) => {
    expect(rephrased(own(3), [...lines(3), text])).toEqual({ fault: 'unsupported' });
  });

  it('a courtesy for every word', () => {
    const [first = '', second = ''] = lines(3);
    expect(rephrased(own(3), [`${'请您麻烦您'.repeat(12)}${first}`, second])).toEqual({ fault: 'unsupported' });
  });

  it('the name of a button, an error or a document told in another way', () => {
    const text = '1. 单击查看结果，等待页面提示上传中。\n2. 授权书请参见授权书。';
    const told = (one: string, two: string) => rephrased(text, [one, two], ['上传中', '请参见授权书']);
    expect(told('点击查看结果，等待页面提示上传中。', '授权书请参见授权书。')).toHaveProperty('text');
    expect(told('单击看看结果，等待页面提示上传中。', '授权书请参见授权书。')).toEqual({ fault: 'names' });
    expect(told('单击查看结果，等待页面提示上传中。', '授权书参见授权书。')).toEqual({ fault: 'names' });
  });
});

it('the bound parts what says a line from what says something else, and could not do the rest alone', () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const good: number[] = [];
  const harmful: number[] = [];
  const others: number[] = [];
  const sources = all.flatMap((text, number) => sourceText(text).lines.map(({ text: line }) => ({ number, line })));
  for (const { line } of sources) {
    for (let round = 0; round < 20; round++) {
      let told = line;
      for (const [said, read] of SAME_WORDS) {
        const ways = [read, ...SAME_WORDS.filter((one) => one[1] === read).map(([way]) => way)];
        if (random() < 0.8) told = told.replace(said, ways[Math.floor(random() * ways.length)] ?? read);
      }
      const at = Math.floor(random() * 2) === 0 ? 0 : told.indexOf('，') + 1;
      told = `${told.slice(0, at)}${['请您', '麻烦您', ''][Math.floor(random() * 3)]}${told.slice(at)}`;
      if (plainForm(told) === plainForm(line)) good.push(containment(told, line));
    }
    for (let at = 0; at + 2 <= line.length; at++) {
      const cut = line.slice(0, at) + line.slice(at + 2);
      if (plainForm(cut) !== plainForm(line)) harmful.push(containment(cut, line));
    }
  }
  for (const [number, { questions }] of entries.entries()) {
    for (const { text } of questions.filter(({ text }) => letters(text).length > 12).slice(0, 20)) {
      for (const source of sources) if (source.number !== number) others.push(containment(text, source.line));
    }
  }
  const quantile = (values: readonly number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
  expect(good.length).toBeGreaterThan(500);
  expect(quantile(good, 0.01), 'the least of what says the line').toBeGreaterThan(0.6);
  expect(quantile(others, 0.999), 'the most of what says something else').toBeLessThan(0.6);
  expect(quantile(harmful, 0), 'a line with two characters less').toBeGreaterThan(0.6);
});

it('no word that is passed over or taken for another says how much, whether, who or where', () => {
  const telling = /[一二三四五六七八九十几多少0-9]|不(?![用需必])|必须|可以|建议|先|再(?!一)|省|市|人|国|iOS|安卓/;
  expect(COURTESY.filter((word) => word !== '一下' && telling.test(word))).toEqual([]);
  const pairs = SAME_WORDS.map(([said]) => said).filter((word) => word !== '点一下' && word !== '看一下');
  expect(pairs.filter((word) => telling.test(word))).toEqual([]);
});
