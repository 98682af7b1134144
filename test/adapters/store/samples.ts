import { outcome } from '../../../src/bot/message.ts';
import type { Commit, Gap, NewTalk, Ticket } from '../../../src/bot/ports.ts';
import { newCase } from '../../../src/handoff/case.ts';

export const AT = '2026-03-01T08:00:00.000Z';

/** A talk of the web, in a room of its own, with one line of welcome. */
export function newTalk(id: string, rest: Partial<NewTalk> = {}): NewTalk {
  return {
    id,
    talk: { channel: 'web', room: id, user: 'visitor' },
    at: AT,
    tokenHash: `hash-of-${id}`,
    welcome: [{ text: '您好，请问遇到了什么问题？', choices: ['扫码进不去', '人脸核验不一致'] }],
    ...rest,
  };
}

/** A whole turn: a question, an answer in two lines, what was learnt. */
export function turnOf(id: string, seq: number, rest: Partial<Commit> = {}): Commit {
  return {
    id,
    seq,
    was: newCase(AT),
    case: newCase(AT),
    by: 'bot',
    at: AT,
    turn: { id: 'm1', digest: 'digest-of-m1' },
    said: '扫码进不去上传页面',
    replies: [
      { text: '请先**更新**阿里云 APP。' },
      {
        text: '还是不行吗？',
        choices: ['检查版本', '转人工'],
        sources: [{ entry: 1, title: '扫码无法进入上传页面', date: '2023-03-24' }],
        files: [{ id: 'f1', name: '步骤.png', type: 'image/png', size: 1024 }],
      },
    ],
    outcome: outcome('answer', { entry: 1, confidence: 0.1 + 0.2 }),
    facts: { platform: 'android', osVersion: '4.4.2', appUpToDate: false },
    memory: { stack: [{ id: 'app-version', state: { asked: 2 } }] },
    ...rest,
  };
}

export function gapAt(at: string, text: string): Gap {
  return { at, text, outcome: 'not-covered', candidates: [10, 3], confidence: 0.25 };
}

export function ticketAt(at: string, id: string): Ticket {
  return { id, at, text: '请联系我', contact: 'v1.sealed' };
}
