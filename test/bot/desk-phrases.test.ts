import { describe, expect, it } from 'vitest';
import { agentName, deskPhrases } from '../../src/bot/desk/desk-phrases.ts';

const samples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(deskPhrases).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  ),
  joined: deskPhrases.joined('客服 07'),
  handedOn: deskPhrases.handedOn('客服 07'),
  followUp: deskPhrases.followUp('3月9日 14:05'),
  announcement: deskPhrases.announcement('14:05', '正在修复“非法参数”。'),
};

/** Said only while a step of the case or a timer stands behind it; by the name of what that is. */
const BACKED: Readonly<Record<string, string>> = {
  handedOn: 'transfer',
  waitsAgain: 'requeue at the front',
  resolved: 'the same agent first on a return',
  followUp: 'a due time',
  warnIdle: 'the idle timer',
};

describe('every phrase of the desk', () => {
  it('is among those looked at', () => {
    expect(Object.keys(deskPhrases).filter((name) => !(name in samples))).toEqual([]);
  });

  it.each(Object.entries(samples))('%s is calm and plain', (_name, text) => {
    expect(text).not.toMatch(/[!！~～]|\p{Extended_Pictographic}|亲|抱歉|[你妳]|undefined/u);
  });

  it.each(Object.entries(samples))('%s promises only what a case or a timer does', (name, text) => {
    expect(text).not.toMatch(/我们会|尽快|马上|立即|立刻|稍后(联系|回复)|耐心|保证|一定会/);
    if (/会(自动|优先|重新)|正在把您/.test(text)) expect(BACKED).toHaveProperty(name);
  });

  it('calls agents by their number', () => {
    expect([agentName(7), agentName(112)]).toEqual(['客服 07', '客服 112']);
  });
});
