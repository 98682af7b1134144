import { describe, expect, it } from 'vitest';
import { outcome } from '../../../src/bot/message.ts';
import { AT, gapAt, newTalk, ticketAt, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const kept = {
  'an emoji of several code points': '👩‍👩‍👧‍👦 好 🇨🇳',
  'right-to-left marks': '\u202Egnp.身份证\u202C \u200F',
  'a rare character of the second plane': '𠮷𪚥',
  'an escape that somebody typed': '\\u0000 \\ud800 \\\\u0000',
  markup: '<img src=x onerror=alert(1)> [点](javascript:alert(1)) {{7*7}}',
  'quotes and a statement': `'; drop table talks; --"`,
  'control characters': '\u0001\u0007\u001B[31m\r\n\t\u007F\uFEFF',
} as const;

const mended = {
  'U+0000': ['前\0后\0', '前\uFFFD后\uFFFD'],
  'half a pair at the end': ['好\uD83D', '好\uFFFD'],
  'two halves the wrong way round': ['\uDC00\uD800', '\uFFFD\uFFFD'],
  'a half before a whole pair': ['\uD83D😀', '\uFFFD😀'],
} as const;

const texts = [
  ...Object.entries(kept).map(([what, text]) => [what, text, text] as const),
  ...Object.entries(mended).map(([what, [given, stored]]) => [what, given, stored] as const),
];

describe.each(Object.entries(places))('%s', (_name, place) => {
  it.each(texts)('keeps %s in every text there is', async (_what, given, stored) => {
    const store = await opened(await place());
    const talk = { channel: 'wechat', room: given, user: given } as const;
    const [welcome] = await store.open(newTalk('a', { talk, welcome: [{ text: given, choices: [given] }] }));
    expect(welcome).toMatchObject({ text: stored, choices: [stored] });
    await store.setContext('a', { [given]: given });

    const answered = await store.commit(
      turnOf('a', 1, {
        turn: { id: given, digest: given },
        said: given,
        replies: [{ text: given, choices: [given], sources: [{ entry: 1, title: given, date: '2023-03-24' }] }],
        outcome: outcome('finding', {
          findings: [{ verdict: 'v', severity: 'ok', evidence: given, advice: given }],
        }),
        facts: { errorText: given },
        memory: { [given]: [{ given }] },
        gaps: [gapAt(AT, given)],
        ticket: { ...ticketAt(AT, 'k'), text: given, contact: given },
      }),
    );

    expect(answered?.messages[0]).toMatchObject({ text: stored, choices: [stored], sources: [{ title: stored }] });
    expect(answered?.outcome.findings[0]).toMatchObject({ evidence: stored, advice: stored });
    expect(await store.lines('a', 2, 10)).toEqual(answered?.messages);
    expect((await store.lines('a', 1, 1))[0]?.text).toBe(stored);
    const turn = await store.turn('a', given);
    expect(turn?.digest).toBe(stored);
    expect(JSON.stringify(turn?.answered)).toBe(JSON.stringify(answered));
    expect(await store.byTalk(talk)).toMatchObject({
      talk: { ...talk, room: stored, user: stored },
      facts: { errorText: stored },
      memory: { [stored]: [{ given: stored }] },
      context: { [stored]: stored },
    });
    expect((await store.gaps(1))[0]?.text).toBe(stored);
    expect((await store.tickets({ done: false }))[0]).toMatchObject({ text: stored, contact: stored });
  });
});
