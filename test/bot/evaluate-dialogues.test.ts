import { describe, expect, it } from 'vitest';
import { Dialogue, type DialogueParts, dialogueShares, evaluateDialogues } from '../../src/bot/evaluate-dialogues.ts';
import { type Message, outcome } from '../../src/bot/message.ts';
import type { NewTalk } from '../../src/bot/ports.ts';

const file = { kind: 'file', format: 'jpg', size_mb: 5.2, ocr: '', desc: '营业执照' };
const screenshot = { kind: 'screenshot', format: 'png', size_mb: 0.6, ocr: '提示\n非法参数', desc: '' };
const nothing = { entry: null, diagnostic: null, handoff: false, must_mention: [] };
const turn = (user: string, expect: object = {}, image: object | null = null) => ({
  user,
  image,
  expect: { ...nothing, ...expect },
});
const dialogue = (id: string, ...turns: readonly object[]): Dialogue =>
  Dialogue.parse({ id, channel: 'wechat', turns });

/** Plays dialogues against a desk that says back what it hears and always rests on entry 1. */
const played = (...dialogues: readonly Dialogue[]) => playedWith({}, ...dialogues);

async function playedWith(drawing: Pick<DialogueParts, 'draw'>, ...dialogues: readonly Dialogue[]) {
  const opened: NewTalk[] = [];
  const heard: Message[] = [];
  const judged = await evaluateDialogues(
    {
      ...drawing,
      store: {
        async open(talk) {
          opened.push(talk);
          return [];
        },
      },
      async receive(message) {
        heard.push(message);
        const { at, text } = message;
        return { messages: [{ seq: 1, at, by: 'bot', text }], outcome: outcome('answer', { entry: 1 }) };
      },
    },
    dialogues,
  );
  return { opened, heard, judged };
}

describe('an evaluation of dialogues', () => {
  it('plays each as one conversation of its own, in its channel', async () => {
    const { opened, heard } = await played(dialogue('a', turn('一'), turn('二')), dialogue('b', turn('三')));
    expect(opened.map(({ talk }) => talk.channel)).toEqual(['wechat', 'wechat']);
    expect(heard.map(({ text }) => text)).toEqual(['一', '二', '三']);
    expect(heard.map(({ talk }) => talk)).toEqual([opened[0]?.talk, opened[0]?.talk, opened[1]?.talk]);
    expect(opened[0]?.talk).not.toEqual(opened[1]?.talk);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
  });

  it('tells of each turn what was said, answered and missed', async () => {
    const { judged } = await played(dialogue('a', turn('版本'), turn('手机', { must_mention: ['5.0'], entry: 2 })));
    expect(judged).toMatchObject([
      {
        id: 'a',
        skipped: 0,
        turns: [
          { number: 1, said: '版本', reply: '版本', misses: [] },
          { number: 2, said: '手机', misses: [{ what: 'entry' }, { what: 'mention', wanted: ['5.0'] }] },
        ],
      },
    ]);
  });

  it('skips pictures that nothing draws, and says the words of a screenshot without judging what comes of them', async () => {
    const hopeless = { must_mention: ['never said'] };
    const { heard, judged } = await played(
      dialogue('a', turn('看下', hopeless, screenshot), turn('这张', hopeless, file), turn('安卓')),
    );
    expect(heard.map(({ text }) => text)).toEqual([screenshot.ocr, '安卓']);
    expect(judged[0]?.skipped).toBe(2);
    expect(judged[0]?.turns.map(({ number }) => number)).toEqual([3]);
  });

  it('plays pictures where they are drawn, sent with consent beside what is said', async () => {
    const drawn: unknown[] = [];
    const draw: DialogueParts['draw'] = async (picture) => {
      drawn.push(picture);
      return { name: `x.${picture.format}`, bytes: new Uint8Array(1) };
    };
    const { heard, judged } = await playedWith(
      { draw },
      dialogue('a', turn('这张', {}, file), turn('', {}, screenshot)),
    );
    expect(drawn).toEqual([file, screenshot]);
    expect(heard).toMatchObject([
      { text: '这张', consents: true, pictures: [{ name: 'x.jpg' }] },
      { text: '', consents: true, pictures: [{ name: 'x.png' }] },
    ]);
    expect(judged).toMatchObject([
      {
        skipped: 0,
        turns: [
          { number: 1, said: '这张' },
          { number: 2, said: '' },
        ],
      },
    ]);
  });

  it('counts turns, turns with their diagnostic, and whole dialogues', async () => {
    const { judged } = await played(
      dialogue('right', turn('a'), turn('b', { diagnostic: 'update_app' })),
      dialogue('only the diagnostic missed', turn('c', { diagnostic: 'android_supported' }), turn('d')),
      dialogue('one turn wrong', turn('e', { entry: 7 }), turn('f', {}, file)),
      dialogue('nothing to judge', turn('g', {}, file)),
    );
    expect(dialogueShares(judged)).toEqual({ turns: 4 / 5, turnsWithDiagnostic: 3 / 5, dialogues: 2 / 3 });
    expect(dialogueShares([]).turns).toBeNaN();
  });

  it('refuses a turn that says nothing', () => {
    expect(Dialogue.safeParse({ id: 'a', channel: 'web', turns: [turn('')] }).success).toBe(false);
    expect(Dialogue.safeParse({ id: 'a', channel: 'web', turns: [turn('', {}, file)] }).success).toBe(true);
    expect(Dialogue.safeParse({ id: 'a', channel: 'post', turns: [turn('a')] }).success).toBe(false);
  });
});
