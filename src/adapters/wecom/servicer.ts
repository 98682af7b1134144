import { createHash } from 'node:crypto';
import { event } from '../../bot/desk/plans.ts';
import { type Taken, takeStep } from '../../bot/desk/take-step.ts';
import { storedText } from '../../bot/stored-text.ts';
import { SERVICER, type WecomParts } from './wecom-parts.ts';
import { SERVICER_NAME } from './wecom-words.ts';

type Desk = Pick<WecomParts, 'store' | 'bus'>;

/** A servicer in WeCom has the talk, or will: the assistant is silent. What an agent of ours has stays theirs. */
export function mute(desk: Desk, talk: string, at: string): Promise<Taken> {
  return takeStep(desk, talk, at, ({ case: { owner, state, reason } }) =>
    owner === null
      ? {
          by: SERVICER,
          steps: [{ is: 'claim', agent: SERVICER, at }],
          notes: [event('claim', SERVICER, { from: state, reason })],
        }
      : { steps: [] },
  );
}

/** The servicer is done: the assistant has it again. */
export function unmute(desk: Desk, talk: string, at: string): Promise<Taken> {
  return takeStep(desk, talk, at, ({ case: { owner } }) =>
    owner === SERVICER
      ? {
          by: SERVICER,
          steps: [{ is: 'return', agent: SERVICER, at }],
          notes: [event('return', SERVICER, { summary: '' })],
        }
      : { steps: [] },
  );
}

/** What a servicer wrote in WeCom, for our record: its person has it already. */
export function record(
  desk: Desk,
  talk: string,
  { id, at, text }: { readonly id: string; readonly at: string; readonly text: string },
): Promise<Taken> {
  const digest = createHash('sha256').update(id).digest('base64url');
  return takeStep(desk, talk, at, ({ case: { owner } }) => ({
    by: SERVICER,
    steps: [
      ...(owner === null ? [{ is: 'claim', agent: SERVICER, at } as const] : []),
      ...(owner === null || owner === SERVICER ? [{ is: 'agent-speaks', agent: SERVICER, at } as const] : []),
    ],
    lines: [{ by: 'agent', name: SERVICER_NAME, reply: { text: storedText(text) }, carried: true }],
    message: { id, digest },
  }));
}
