import { describe, expect, it } from 'vitest';
import { heldBy, messageId } from '../../../src/adapters/wecom/message-id.ts';
import { messagesOf } from '../../../src/adapters/wecom/messages-of.ts';
import type { ShippedLine } from '../../../src/bot/ports.ts';
import { seededRandom } from '../../sim/random.ts';
import { testSeed } from '../../sim/test-seed.ts';

const line = (seq: number, text: string, rest: Partial<ShippedLine> = {}): ShippedLine => ({
  ...{ seq, at: '2026-03-02T01:00:00.000Z', by: 'bot', text, parts: 0 },
  ...rest,
});
const bytes = (text: string): number => Buffer.byteLength(text);

describe('lines on their way to WeCom', () => {
  it('share a message where they fit into one', () => {
    expect(messagesOf([line(2, '一'), line(3, '二'), line(5, '三', { choices: ['是', '不是'] })])).toEqual([
      {
        seqs: [2, 3, 5],
        part: 0,
        content: { is: 'menu', text: '一\n\n二\n\n三', choices: ['是', '不是'] },
        done: [2, 3, 5],
      },
    ]);
  });

  it('are cut at seams into texts of at most 2048 bytes less the hint, and the head of a menu at 1024', () => {
    const long = Array.from({ length: 120 }, (_, at) => `第${at + 1}句话说的是同一件事。`).join('');
    const messages = messagesOf([line(2, long, { choices: ['好'] })]);
    expect(messages.length).toBeGreaterThan(2);
    const texts = messages.map(({ content }) => ('text' in content ? content.text : ''));
    for (const text of texts) expect(bytes(text)).toBeLessThanOrEqual(1792);
    expect(messages.at(-1)?.content).toMatchObject({ is: 'menu', choices: ['好'] });
    expect(bytes(texts.at(-1) ?? '')).toBeLessThanOrEqual(1024);
    expect(texts.join('')).toBe(long);
    expect(messages.map(({ done, begun }) => [done, begun?.parts])).toEqual([
      ...texts.slice(0, -1).map((_, at) => [[], at + 1]),
      [[2], undefined],
    ]);
    const rest = messagesOf([line(2, long, { choices: ['好'], parts: 1 })]);
    expect(rest).toEqual(messages.slice(1));
  });

  it('have numbers instead of buttons where those do not fit', () => {
    const choices = Array.from({ length: 11 }, (_, at) => `选项${'甲乙丙丁戊己庚辛壬癸子'[at]}`);
    const [message] = messagesOf([line(2, '请选', { choices })]);
    expect(message?.content).toMatchObject({ is: 'text', text: expect.stringContaining('11 选项子') });
    const wide = messagesOf([line(2, '请选', { choices: ['长'.repeat(43)] })]);
    expect(wide[0]?.content).toMatchObject({ is: 'text', text: expect.stringContaining('回复 1：长') });
  });

  it('are put together again as they were, when it is not known whether they arrived', () => {
    const tried = { first: 2, last: 3, part: 0 };
    expect(messagesOf([line(2, '一'), line(3, '二'), line(4, '三')], tried).map(({ seqs }) => seqs)).toEqual([
      [2, 3],
      [4],
    ]);
  });

  it('of whatever lengths: nothing is lost, doubled, reordered or too long', () => {
    const random = seededRandom(testSeed());
    for (let round = 0; round < 300; round += 1) {
      const lines = Array.from({ length: 1 + random.below(8) }, (_, at) => {
        const text = Array.from({ length: 1 + random.below(90) }, () => `甲乙丙丁${at}。`).join('');
        return line(2 + at, text, random.below(3) === 0 ? { choices: ['是', '否'] } : {});
      });
      const messages = messagesOf(lines);
      const said = messages.map(({ content }) => ('text' in content ? content.text : '')).join('');
      expect(said.replaceAll('\n', '')).toBe(lines.map(({ text }) => text).join(''));
      expect(messages.flatMap(({ done }) => done)).toEqual(lines.map(({ seq }) => seq));
      for (const { content } of messages) {
        if (content.is === 'file') throw new Error('nobody sent a file');
        expect(bytes(content.text)).toBeLessThanOrEqual(content.is === 'menu' ? 1024 : 1792);
      }
    }
  });
});

describe('the id of a message', () => {
  const seal = { digest: (plain: string) => Buffer.from(plain).toString('base64url').padEnd(43, 'A') };

  it('is fit for WeCom and tells which lines it held', () => {
    for (const seqs of [[2], [2, 3, 5], [35, 36], [1_679_615, 1_679_700]]) {
      const id = messageId(seal, 'talk', seqs, 3);
      expect(id).toMatch(/^[0-9a-zA-Z_-]{1,32}$/);
      expect(heldBy(id)).toEqual({ first: seqs[0], last: seqs.at(-1), part: 3 });
    }
    expect(heldBy('not-ours')).toBeUndefined();
  });
});
