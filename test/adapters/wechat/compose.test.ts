import { describe, expect, it } from 'vitest';
import { compose, MOST, RESERVE, written } from '../../../src/adapters/wechat/compose.ts';
import { menuOf } from '../../../src/adapters/wechat/menu.ts';
import type { SaidLine } from '../../../src/adapters/wechat/say-line.ts';

const said = (seq: number, text: string, choices: readonly string[] = [], parts = 0, pictures = 0): SaidLine => ({
  line: { seq, at: '2026-03-02T01:00:00.000Z', by: 'bot', text, choices, parts },
  text,
  pictures: Array.from({ length: pictures }, (_, at) => ({
    ...{ id: `p${at}`, name: 'a.jpg', type: 'image/jpeg', size: 1 },
  })),
});
const long = Array.from({ length: 200 }, (_, at) => `第${at}句话。`).join('');

describe('lines', () => {
  it('go together where they fit', () => {
    expect(compose([said(1, '一'), said(2, '二'), said(3, '三')])).toEqual([
      { text: '一\n\n二\n\n三', choices: [], done: [1, 2, 3] },
    ]);
  });

  it('leave room in each message for how to go on', () => {
    const all = compose([said(1, long), said(2, long)]);
    for (const message of all) expect(Buffer.byteLength(written(message))).toBeLessThanOrEqual(MOST - RESERVE);
    expect(
      all
        .map(({ text }) => text)
        .join('')
        .replaceAll('\n', ''),
    ).toBe(long + long);
  });

  it('are cut alike after some of them are out', () => {
    const whole = compose([said(1, long, ['甲', '乙'], 0, 1)]);
    expect(whole.map(({ begun, done }) => begun?.parts ?? done)).toEqual([
      ...whole.slice(1).map((_, at) => at + 1),
      [1],
    ]);
    for (let parts = 0; parts < whole.length; parts++) {
      expect(compose([said(1, long, ['甲', '乙'], parts, 1)])).toEqual(whole.slice(parts));
    }
  });

  it('share a message with the beginning of a longer one, and with what is behind it', () => {
    const all = compose([said(1, '客服 01 已接入。'), said(2, long), said(3, '好了。')]);
    expect(all[0]).toMatchObject({ text: expect.stringContaining('客服 01 已接入。') });
    expect(all.flatMap(({ done }) => done)).toEqual([1, 2, 3]);
    expect(all.at(-1)?.text.endsWith('好了。')).toBe(true);
  });

  it('number the last choices only; the others are named', () => {
    const [message] = compose([said(1, '一', ['甲', '乙']), said(2, '二', ['丙'])]);
    expect(message && written(message)).toBe('一\n\n可以回复：甲、乙\n\n二\n\n回复 1：丙');
    const [kept] = compose([said(1, '一', ['甲', '乙']), said(2, '二')]);
    expect(kept && written(kept)).toBe('一\n\n二\n\n回复 1 到 2 选择：\n1 甲\n2 乙');
  });

  it('send pictures alone', () => {
    const all = compose([said(1, '一'), said(2, '看图', [], 0, 2), said(3, '三')]);
    expect(all.map(({ text, picture }) => picture?.id ?? text)).toEqual(['一\n\n看图', 'p0', 'p1', '三']);
    expect(all.map(({ done }) => done)).toEqual([[1], [], [2], [3]]);
  });

  it('of nothing are no message', () => {
    expect(compose([said(1, ''), said(2, '二')])).toEqual([{ text: '二', choices: [], done: [2] }]);
  });
});

describe('a menu', () => {
  it('is made where it fits', () => {
    expect(menuOf({ text: '选哪个？', choices: ['甲', '乙'] }, '')).toEqual({
      msgtype: 'msgmenu',
      msgmenu: {
        head_content: '选哪个？',
        list: [
          { id: '1', content: '甲' },
          { id: '2', content: '乙' },
        ],
        tail_content: '点上面的选项，或者直接打字。',
      },
    });
    expect(menuOf({ text: '', choices: [] }, '')).toBeUndefined();
    expect(menuOf({ text: '长'.repeat(342), choices: ['甲'] }, '')).toBeUndefined();
    expect(
      menuOf({ text: '选哪个？', choices: Array.from({ length: 40 }, () => '长'.repeat(20)) }, ''),
    ).toBeUndefined();
  });
});
