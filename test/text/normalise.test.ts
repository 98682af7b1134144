import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, createNormalise } from '../../src/text/normalise.ts';
import { anyText, timeOf } from './texts.ts';

const { words } = JSON.parse(readFileSync('data/rules/homophones.json', 'utf8'));
const normalise = createNormalise(words);

describe('normalising', () => {
  it.each([
    ['full-width forms', 'ＡＰＰ版本５．０', 'app版本5.0'],
    ['ligatures and circled numbers', 'ﬁle①②', 'file12'],
    ['Traditional characters', '掃描二維碼無法進入上傳資料頁面', '扫描二维码无法进入上传资料页面'],
    ['Traditional phrases over a space', '一目 瞭然', '一目了然'],
    ['case', 'WiFi 和 iOS', 'wifi 和 ios'],
    ['zero-width characters', '备\u200b案\u200d号\ufeff', '备案号'],
    ['direction marks', '\u202e备案\u202c\u200f', '备案'],
    ['variation selectors', '葛\u{e0100}❤\ufe0f', '葛❤'],
    ['control characters', '备\u0000案\u0007\u001b[31m', '备案[31m'],
    ['lone surrogates', '备\ud800案\udfff', '备案'],
    ['private use characters', '备\ue000案', '备案'],
    ['spaces between Chinese characters', '备 案　怎\u00a0么 弄', '备案怎么弄'],
    ['spaces around Chinese punctuation', '扫了码 ， 没反应 。 怎么办 ？', '扫了码,没反应。怎么办?'],
    ['line breaks of every kind', '资料\r\n不全\u0085请\u2028继续\v上传', '资料不全请继续上传'],
    ['several spaces in Latin text', '  app   store ', 'app store'],
    ['spaces beside Latin words', '用 app 扫', '用 app 扫'],
    ['marks that only compose once something is dropped', 'e\u200b\u0301', 'é'],
    ['letters that only compose in lower case', 'J\u030c', 'ǰ'],
  ])('brings %s to one form', (_what, text, normalised) => {
    expect(createNormalise()(text)).toBe(normalised);
  });

  it('leaves nothing of what is only invisible', () => {
    expect(createNormalise()('\u200b\u0000\ud800 \u3164')).toBe('');
  });

  it('bounds what compatibility characters may grow to, and cuts between two of them', () => {
    const grown = createNormalise()('ﷺ'.repeat(2_000));
    expect(grown.length).toBeLessThanOrEqual(4_000);
    expect(grown).toMatch(/^(صلى الله عليه وسلم)+$/);
    expect(createNormalise()(grown)).toBe(grown);
  });

  it('leaves a long text whole that does not grow', () => {
    expect(createNormalise()('备'.repeat(4_000))).toBe('备'.repeat(4_000));
  });

  it('changes nothing the second time', () => {
    const wrong = Object.keys(words);
    fc.assert(
      fc.property(anyText(...wrong), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('never leaves what cannot be stored or seen', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(normalise(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]|^\s|\s$|\s\s/u);
      }),
      { numRuns: 2_000, seed: 2 },
    );
  });
});

describe('homophones', () => {
  it.each([
    ['备按要多久', '备案要多久'],
    ['阿里晕扫马进不去', '阿里云扫码进不去'],
    ['人连核验过不了', '人脸核验过不了'],
    ['实名认正失败', '实名认证失败'],
    ['飞法参数怎么搞', '非法参数怎么搞'],
    ['身分證過期了', '身份证过期了'],
  ])('are put right: %s', (wrong, right) => {
    expect(normalise(wrong)).toBe(right);
  });

  it.each([
    '请马上转人工',
    '请确认正确',
    '无法认证',
    '负责人联系不上',
    '本人连续失败三次',
    '身份证好像过期了',
    '给设备安装最新版',
    '上传和验证',
    '微信西安站',
    '网上转账',
    '反正书面材料都有',
    '写老板本人的名字',
  ])('stay what they are inside other words: %s', (text) => {
    expect(normalise(text)).toBe(text);
  });

  it('take the longest that fits, and a shorter one where the longest does not', () => {
    const correct = createNormalise({ 咋: '怎么', 咋个: '怎样' });
    expect(correct('咋个办')).toBe('怎样办');
    expect(correct('咋个人都不行')).toBe('怎么个人都不行');
  });

  it('of one character are put right inside words too', () => {
    expect(createNormalise({ 啥: '什么', 认正: '认证' })('是啥意思')).toBe('是什么意思');
  });

  it('may be written in any form', () => {
    expect(createNormalise({ 阿里運: '阿里云', '２維碼': '二维码', '': '空' })('阿里运的2维码')).toBe('阿里云的二维码');
  });

  it('may hold what means something in a pattern', () => {
    expect(createNormalise({ 'a.c': 'ok', '$&': '元' })('abc a.c $&')).toBe('abc ok 元');
  });

  it('end, even when two of them turn into each other', () => {
    expect(['甲', '乙']).toContain(createNormalise({ 甲: '乙', 乙: '甲' })('甲'));
  });
});

describe('the bare text', () => {
  it('is letters and digits', () => {
    expect(bare('资料, 不全!! 5.0 ①👍_é')).toBe('资料不全50①é');
  });
});

describe('long and hostile texts', () => {
  const usual = '备案上传资料时提示非法参数怎么办'.repeat(125);

  it.each([
    ['spaces', ' '.repeat(2_000)],
    ['spaces between characters', '备 '.repeat(1_000)],
    ['marks to compose', `e${'\u0301'.repeat(1_999)}`],
    ['what is not seen', '\u200b\u202e'.repeat(1_000)],
    ['homophones', '备按认正上穿扫马'.repeat(250)],
    ['Traditional characters', '備案後臺'.repeat(500)],
  ])('take no longer than usual ones: %s', (_what, text) => {
    expect(timeOf(() => normalise(text))).toBeLessThan(20 * timeOf(() => normalise(usual)) + 5);
  });
});
