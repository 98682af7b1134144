import { expect, it } from 'vitest';
import { arrival, type Speaker } from '../../web/widget/talk/arrival.ts';

const SPEAKERS: readonly Speaker[] = ['own', 'user', 'bot', 'agent', 'system', 'card'];
const moves = (isAway: boolean) => SPEAKERS.map((by) => `${by}: ${arrival(by, isAway)}`);

it('shows what people and the desk say, and the question with the answer to it', () => {
  expect(moves(false)).toEqual([
    'own: answer',
    'user: answer',
    'bot: answer',
    'agent: latest',
    'system: latest',
    'card: latest',
  ]);
});

it('leaves whoever went elsewhere by hand where they are, until they write', () => {
  expect(moves(true)).toEqual(['own: answer', 'user: stay', 'bot: stay', 'agent: stay', 'system: stay', 'card: stay']);
});
