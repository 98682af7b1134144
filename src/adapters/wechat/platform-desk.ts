import type { Answered } from '../../bot/message.ts';
import { takeLines } from '../delivery/take-lines.ts';
import { sayUnasked } from '../vendor/say-unasked.ts';
import { send } from './send.ts';
import type { Wechat } from './wechat.ts';

const AGAIN = '刚才没有接上人工客服。请再发一次“转人工”。';

/** Whether the turn ended with a person being wanted. */
export function wantsPerson(answered: Answered | undefined): boolean {
  return answered?.outcome.kind === 'handoff' && answered.outcome.handoff === 'queued';
}

/** Sends what waits in a talk at once; the answer to the push says something else. What does not go is sent later. */
export async function sendFirst(wechat: Wechat, talk: string): Promise<void> {
  const { store, time, log } = wechat.parts;
  const now = time.now().toISOString();
  const taken = await takeLines(store, talk, now, { early: true });
  if (!taken) return;
  const left = new Map(taken.lines.map(({ delivery }) => [delivery.seq, delivery]));
  try {
    await send(wechat, {
      to: taken.record.talk,
      talk,
      lines: taken.lines.map(({ line, delivery: { parts } }) => ({ ...line, parts })),
      async arrived(...seqs) {
        for (const seq of seqs) {
          const delivery = left.get(seq);
          if (delivery) await store.settle(delivery, 'sent', now);
          left.delete(seq);
        }
      },
      begun: (seq, parts) => store.begun({ talk, seq }, parts),
    });
  } catch (error) {
    log.warn({ channel: 'wechat', talk, err: error }, '转接前的说明没有马上发出，稍后再发');
  }
  for (const delivery of left.values()) await store.release(delivery);
}

/** The person was wanted too late to be called in the answer: they are asked to say it once more. */
export async function askAgain({ parts }: Wechat, talk: string): Promise<void> {
  await sayUnasked(parts, talk, [{ text: AGAIN }], parts.time.now().toISOString());
}
