import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SPOKEN_FILES } from '../../web/shared/spoken-files.ts';
import { spokenTexts } from '../../web/shared/spoken-texts.ts';
import { spokenEnglish } from '../../web/widget/locale/bot/english.ts';
import { templateOf } from '../../web/widget/locale/bot/template.ts';
import { foreign, inEnglish, inTaiwan, SIMPLIFIED } from './spoken.ts';

const texts = spokenTexts();
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);

/** A value for each place; no two of one text alike. */
const filled = (text: string) => {
  const names = [...new Set(places(text))];
  return names.reduce((said, place, at) => said.replaceAll(place, String(7001 + at)), text);
};

describe('the bot’s own words', () => {
  it('are found in its sources', () => {
    for (const area of Object.keys(SPOKEN_FILES)) expect(spokenTexts(area).length, area).toBeGreaterThan(10);
    expect(texts).toContain('{who}人脸核验已经失败 {faceAttempts} 次。');
    expect(texts).toContain('，预计 {minutes} 分钟');
    expect(texts).toContain('转人工');
  });

  it('have English, every one of them and nothing else', () => {
    expect(Object.keys(spokenEnglish).sort()).toEqual([...texts].sort());
  });

  it('lose no value in English', () => {
    for (const text of texts) expect(places(spokenEnglish[text] ?? '').sort(), text).toEqual(places(text).sort());
  });

  it('begin and end with the same value: what stands there may be a sentence of its own', () => {
    for (const text of texts) {
      const twin = spokenEnglish[text] ?? '';
      const { lead, tail } = templateOf(text, twin);
      if (lead !== undefined) expect(twin.startsWith(lead), text).toBe(true);
      if (tail !== undefined) expect(twin.endsWith(tail), text).toBe(true);
    }
  });

  it('keep Chinese only for what stands on the person’s screen and for names', () => {
    expect(Object.values(spokenEnglish).filter(foreign)).toEqual([]);
  });

  it('are spelt as English is', () => {
    const own = Object.values(spokenEnglish).map((text) => text.replace(/“[^”]*”/g, 'this'));
    expect(own.filter((text) => /[，。；：？！]|\s{2}|!/.test(text))).toEqual([]);
  });

  it.each(texts)('are read back with their values: %s', (text) => {
    const said = inEnglish(filled(text), 'piece');
    expect(foreign(said)).toBe(false);
    for (const [value] of filled(text).matchAll(/700\d/g)) expect(said).toContain(value);
    expect(inTaiwan(filled(text), 'piece').replace(/「[^」]*」/g, '')).not.toMatch(SIMPLIFIED);
  });
});

describe('in Traditional Chinese', () => {
  it('names what stands on the person’s screen as it stands there, and our own buttons as we show them', () => {
    expect(inTaiwan('请登录阿里云APP，单击“我的 > 设置”，在“检查更新”里升级至最新版本。')).toBe(
      '請登入阿里雲APP，單擊「我的 > 设置」，在「检查更新」裡升級至最新版本。',
    );
    expect(inTaiwan('需要客服帮您看，可以点“转人工”。')).toBe('需要客服幫您看，可以點「轉人工」。');
  });
});

describe('words of others', () => {
  it('stay as they are where they are nobody’s we know', () => {
    const han =
      '的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学';
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let nth = 0; nth < 300; nth++) {
      const text = Array.from({ length: 6 + random(60) }, () =>
        random(9) === 0 ? '，。\n“4 '.charAt(random(6)) : han.charAt(random(han.length)),
      ).join('');
      expect(inEnglish(text)).toBe(text);
      expect(inTaiwan(text)).toBe(text);
    }
  });

  it('stay as they are where they only hold one of the bot’s sentences', () => {
    for (const text of texts.filter((one) => !/\{/.test(one) && one.length > 6)) {
      const words = `朋友跟我讲过：${text}真的吗`;
      expect(inEnglish(words)).toBe(words);
    }
  });

  it('stay as they are in the entries, whatever the bot says of the same matters', () => {
    const names = ['01-scan-qr-code', '03-materials-incomplete', '08-face-mismatch', '10-material-requirements'];
    for (const name of names) {
      const entry = readFileSync(`data/faq/${name}.md`, 'utf8').split('---\n').slice(2).join('---\n');
      expect(entry.length).toBeGreaterThan(50);
      expect(inEnglish(entry)).toBe(entry);
      expect(inTaiwan(entry)).toBe(entry);
    }
  });

  it('stay as they are between the bot’s own, line by line', () => {
    expect(inEnglish('我再说一遍：\n\n- 用阿里云APP扫码。\n\n需要客服帮您看，可以点“转人工”。')).toBe(
      'Once more:\n\n- 用阿里云APP扫码。\n\nIf you want an agent to look at it, press "Agent".',
    );
  });
});

describe('a link', () => {
  const text = '请在“各地区管局备案规则”（[打开](https://example.com/a)）里单击江苏的链接核对。';

  it('stays behind the name of its place', () => {
    expect(inEnglish(text)).toBe(
      'Please check it at the link of Jiangsu (江苏) in "各地区管局备案规则" ([open](https://example.com/a)) (Filing rules by region).',
    );
    expect(inTaiwan(text)).toContain('「各地区管局备案规则」 ([打開](https://example.com/a))');
  });

  it('stands at the end where its place is called otherwise', () => {
    const other = '最新版本仍无法解决的，请通过智能在线咨询（[打开](https://example.com/b)）阿里云售后。';
    expect(inTaiwan(other)).toMatch(/ \(\[打開\]\(https:\/\/example\.com\/b\)\)$/);
    expect(inEnglish(other)).toContain('"智能在线咨询" ([open](https://example.com/b))');
  });
});
