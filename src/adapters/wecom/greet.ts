import { takeStep } from '../../bot/desk/take-step.ts';
import type { Line } from '../../bot/message.ts';
import { msBetween } from '../../handoff/later.ts';
import { openTalkOf } from '../vendor/open-talk-of.ts';
import { bodyOf } from './body-of.ts';
import type { WecomEvent } from './event-of.ts';
import { partsOfLine } from './parts-of-line.ts';
import { sayOnEvent } from './say-on-event.ts';
import type { WecomParts } from './wecom-parts.ts';

/** Milliseconds for which a welcome_code is good. */
const FRESH = 20_000;

/** Welcomes somebody who opened the conversation and did not write yet; WeCom gives the code once in 48 h. */
export async function greet(
  wecom: WecomParts,
  { talk, at, code }: WecomEvent & { readonly is: 'entered' },
): Promise<void> {
  const { store, bus, now } = wecom;
  if (msBetween(at, now()) > FRESH) return;
  const replies = wecom.welcome();
  const choices = replies.findLast((reply) => reply.choices)?.choices;
  const text = replies.map((reply) => reply.text).join('\n\n');
  const whole: Line = { seq: 0, at, by: 'bot', text, ...(choices && { choices }) };
  // One message is all that a welcome may be.
  const first = partsOfLine(whole).at(-1);
  if (!first) return;
  const { id } = await openTalkOf(store, talk, at);
  if (!(await sayOnEvent(wecom, code, await bodyOf(wecom, id, first)))) return;
  await takeStep({ store, bus }, id, now(), () => ({
    steps: [],
    lines: replies.map((reply) => ({ by: 'system', reply, carried: true })),
  }));
}
