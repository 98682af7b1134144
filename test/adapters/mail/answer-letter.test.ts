import { expect, it } from 'vitest';
import { answerLetter } from '../../../src/adapters/mail/answer-letter.ts';
import type { Line } from '../../../src/bot/message.ts';

const ticket = { id: 'L-7K3M-92QF', at: '2026-03-02T14:10:00.000Z', text: '手机 139****0000\n核验一直不过' };
const line: Line = { seq: 7, at: '2026-03-03T01:00:00.000Z', by: 'agent', name: '客服 07', text: '请换一台手机。' };
const answer = { talk: 'a', ticket, line, to: 'li.lei@example.com', link: undefined };

it('has the same id whenever it is written, and another for each line', () => {
  const { id } = answerLetter(answer);
  expect(id).toMatch(/^answer-[\da-f]{32}$/);
  expect(answerLetter({ ...answer, to: 'han.mei@example.com' }).id).toBe(id);
  expect(answerLetter({ ...answer, line: { ...line, seq: 8 } }).id).not.toBe(id);
  expect(answerLetter({ ...answer, talk: 'b' }).id).not.toBe(id);
});

it('quotes every line of the question', () => {
  expect(answerLetter(answer).text).toContain(
    '您 3月2日 22:10 的留言（编号 L-7K3M-92QF）：\n> 手机 139****0000\n> 核验一直不过\n',
  );
});

it('writes bold and links as plain text, and leaves masked numbers alone', () => {
  const text = '请用 **新手机** 打开 [资料下载](https://example.com/a)，139****0000 已记下，**已办****好**';
  expect(answerLetter({ ...answer, line: { ...line, text } }).text).toContain(
    '请用 新手机 打开 资料下载（ https://example.com/a ），139****0000 已记下，**已办****好**',
  );
});

it('says that pictures stay in the conversation', () => {
  const files = [{ id: 'f', name: '1.jpg', type: 'image/jpeg', size: 1 }];
  expect(answerLetter({ ...answer, line: { ...line, files } }).text).toContain('还有 1 张图片，在原来的对话里看。');
  const { text } = answerLetter({ ...answer, line: { ...line, files, text: '' } });
  expect(text).toContain('\n\n客服 07 的回答是 1 张图片，在原来的对话里看。\n\n');
});
