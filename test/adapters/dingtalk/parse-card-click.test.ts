import { describe, expect, it } from 'vitest';
import { parseCardClick } from '../../../src/adapters/dingtalk/parse-card-click.ts';

const sample = { type: 'actionCallback', outTrackId: 'line-3-t', corpId: 'dingcorp', userId: 'u1' };

describe('a click on a card', () => {
  it.each([
    [
      'in the private data',
      { content: JSON.stringify({ cardPrivateData: { actionIds: ['a1'], params: { choice: 'b1' } } }) },
    ],
    ['as an object', { content: { cardPrivateData: { actionIds: [], params: { choice: 'b1' } } } }],
    ['beside the private data', { content: JSON.stringify({ params: { choice: 'b1' } }) }],
    ['at the top', { params: { choice: 'b1' } }],
    ['as the id of the action', { content: JSON.stringify({ cardPrivateData: { actionIds: ['b1'] } }) }],
  ])('tells the button %s', (_where, rest) => {
    expect(parseCardClick({ ...sample, ...rest })).toEqual({ outTrackId: 'line-3-t', user: 'u1', button: 'b1' });
  });

  it.each([
    null,
    'x',
    sample,
    { ...sample, userId: 7 },
    { ...sample, content: '{' },
    { ...sample, params: { choice: {} } },
  ])('%o is none', (body) => {
    expect(parseCardClick(body)).toBeUndefined();
  });
});
