import type { Case } from '../handoff/case.ts';
import { stateOf } from './botkit/turn-states.ts';
import type { Draft } from './draft.ts';
import { handoffOf } from './handoff-of.ts';
import { type Message, outcome } from './message.ts';
import { phrases } from './phrases.ts';
import type { TalkRecord } from './talk-record.ts';
import { type Command, commandIn } from './understanding/commands.ts';
import { despairs } from './understanding/despair.ts';
import { learn } from './understanding/facts.ts';
import { queueCommandIn } from './understanding/queue-command.ts';

/** Done whoever has the talk (product rule). */
const ALWAYS: readonly Command[] = ['erase', 'ask-erase', 'download', 'withdraw'];

/**
 * A turn of a talk that a person has or is waited for. Despair, and what concerns consent,
 * the queue and the person's own data is answered by the desk; everything else
 * is only drafted, for the agent's eyes.
 */
export async function held(
  { message, text, record, life }: { message: Message; text: string; record: TalkRecord; life: Case },
  make: (memory: TalkRecord['memory']) => Promise<Draft>,
): Promise<Draft> {
  const command = commandIn(text);
  const isWaiting = life.state === 'queued' || life.state === 'ringing';
  const isOurs =
    (command !== undefined && (ALWAYS.includes(command) || (isWaiting && command === 'person'))) ||
    (isWaiting && queueCommandIn(text) !== undefined) ||
    despairs(text) ||
    asksConsent(message, record);
  if (isOurs) return Object.assign(await make(record.memory), { by: 'system' as const });
  if (stateOf(record.memory, 'consent') !== undefined) {
    const draft = await make(record.memory);
    if (draft.facts.consent) return forDesk(draft, record, life, [{ text: phrases.pictureForDesk }]);
    if (draft.outcome?.kind === 'declined') return Object.assign(draft, { by: 'system' as const });
  }
  return forDesk(await make({}), record, life, []);
}

function asksConsent({ pictures = [], consents = false }: Message, { facts }: TalkRecord): boolean {
  return pictures.length > 0 && !facts.consent && !consents;
}

/** The same draft with what it would have said put aside for the agents. */
function forDesk(draft: Draft, record: TalkRecord, life: Case, replies: Draft['replies']): Draft {
  const { facts, heard, outcome: meant } = draft;
  const { consent, pictures } = facts;
  const texts = draft.replies.map((reply) => reply.text);
  return {
    ...draft,
    by: 'system',
    replies,
    outcome: outcome('silent', { handoff: handoffOf(life), pictures: meant?.pictures ?? [] }),
    notes: texts.length === 0 ? [] : [{ kind: 'draft', author: null, body: { texts, outcome: meant } }],
    // What was not said was not told: only what the person said is learnt.
    facts: { ...learn(record.facts, heard.facts), ...(consent && { consent }), ...(pictures && { pictures }) },
    gaps: [],
    ticket: undefined,
    erase: false,
    step: undefined,
    memory: {},
  };
}
