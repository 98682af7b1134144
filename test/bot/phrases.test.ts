import { describe, expect, it } from 'vitest';
import { phrases, smalltalk } from '../../src/bot/phrases.ts';

const samples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(phrases).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  ),
  pictureOk: phrases.pictureOk('身份证正面（有照片的一面）', 'JPG 图片，大小 3.99 MB'),
  holdsUntil: phrases.holdsUntil('2035-10-28'),
  measured: phrases.measured('JPG 图片，大小 3.99 MB'),
  seenOnScreen: phrases.seenOnScreen('安卓手机，系统 4.4.4'),
  askedBeside: phrases.askedBeside('今日步数 / 排行榜'),
  onScreen: phrases.onScreen('非法参数'),
  readOnScreen: phrases.readOnScreen('今日步数 / 排行榜'),
  unknownScreen: phrases.unknownScreen('今日步数 / 排行榜'),
  notedThat: phrases.notedThat('广东'),
  systemFine: phrases.systemFine('您的手机是安卓 12。'),
  offerWith: phrases.offerWith('安卓手机，系统 12，人脸核验失败 4 次'),
  ...Object.fromEntries(Object.entries(phrases.offerReasons).map(([name, text]) => [`offerReasons.${name}`, text])),
  noted: phrases.noted('安卓手机，系统 12'),
  several: phrases.several(3),
  noSuchStep: phrases.noSuchStep(2),
  ticketKept: phrases.ticketKept('L-7K3M-92QF'),
  erased: phrases.erased(8, 1, 2),
  withdrawn: phrases.withdrawn(2),
  downloadBy: phrases.downloadBy('#'),
  ticketAskOutside: phrases.ticketAskOutside('周一至周五 9:00–18:00'),
  queued: phrases.queued(2, 4),
  queuedFirst: phrases.queued(0, undefined),
  ...Object.fromEntries(Object.entries(phrases.unreadable).map(([name, text]) => [`unreadable.${name}`, text])),
  ...Object.fromEntries(Object.entries(smalltalk).map(([name, text]) => [`smalltalk.${name}`, text])),
};

describe('every phrase', () => {
  it('is among those looked at', () => {
    const named = ['offerReasons', 'unreadable'];
    expect(Object.keys(phrases).filter((name) => !(name in samples) && !named.includes(name))).toEqual([]);
  });

  it.each(Object.entries(samples))('%s is calm, plain and promises nothing', (_name, text) => {
    expect(text).not.toMatch(/[!！~～]/);
    expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
    expect(text).not.toMatch(/亲|小主|哦|呢|哟|么么/);
    expect(text).not.toMatch(/我们会|尽快|马上|立即|立刻|稍后(联系|回复)|耐心|保证|一定会|正在为您/);
    expect(text).not.toMatch(/抱歉|对不起|很遗憾/);
    expect(text).not.toMatch(/[你妳](?!好)/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(Object.entries(samples))('%s uses paragraphs only', (_name, text) => {
    expect(text).not.toMatch(/^#|[*_`<>|]|^\s*[-+] |^\d+\. /m);
    expect(text.trim()).toBe(text);
  });

  it.each(Object.entries(samples))('%s is short', (_name, text) => {
    const sentences = text.split(/[。？；\n]/);
    for (const sentence of sentences) expect([...sentence].length, sentence).toBeLessThanOrEqual(60);
    expect([...text].length).toBeLessThanOrEqual(140);
  });
});
