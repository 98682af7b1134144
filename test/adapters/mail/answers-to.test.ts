import { expect, it } from 'vitest';
import { answersTo } from '../../../src/adapters/mail/answers-to.ts';
import type { Line, Speaker } from '../../../src/bot/message.ts';

const hour = (h: number) => `2026-03-02T${String(h).padStart(2, '0')}:00:00.000Z`;
const said = (h: number, by: Speaker): Line => ({ seq: h, at: hour(h), by, text: `${by} ${h}` });

const lines = [
  said(1, 'agent'),
  said(3, 'user'),
  said(4, 'bot'),
  said(5, 'agent'),
  said(6, 'system'),
  said(9, 'agent'),
];
const hours = (answers: readonly Line[]) => answers.map(({ seq }) => seq);

it('are what agents said since the 留言 was left', () => {
  const ticket = { at: hour(2), doneAt: hour(5) };
  expect(hours(answersTo(ticket, [ticket], lines))).toEqual([5, 9]);
});

it('end where the next 留言 begins', () => {
  const [first, second] = [
    { at: hour(2), doneAt: hour(5) },
    { at: hour(8), doneAt: hour(9) },
  ];
  expect(hours(answersTo(first, [first, second], lines))).toEqual([5]);
  expect(hours(answersTo(second, [first, second], lines))).toEqual([9]);
});

it('belong to both of two 留言 that one answer finished', () => {
  const both = [
    { at: hour(2), doneAt: hour(5) },
    { at: hour(3), doneAt: hour(5) },
  ];
  for (const one of both) expect(hours(answersTo(one, both, lines))).toEqual([5, 9]);
});
