import { RINGING_MS } from '../../handoff/ring.ts';
import type { Step } from '../../handoff/step.ts';
import type { TalkRecord } from '../talk-record.ts';
import { agentName, deskPhrases } from './desk-phrases.ts';
import { type Agent, event } from './plans.ts';
import type { Plan } from './take-step.ts';

/**
 * A supervisor gives a conversation to an agent, for whom it rings; with null it goes back into the queue. Who waits
 * keeps the place and the time; whom another has had is told that they are handed on. Nothing else can be given.
 */
export function assigning({ case: now }: TalkRecord, by: Agent, to: string | null, at: string): Plan {
  const until = new Date(Date.parse(at) + RINGING_MS).toISOString();
  const ring: readonly Step[] = to === null ? [] : [{ is: 'ring', agent: to, until, at }];
  const notes = [event('transfer', by.id, { to, epoch: now.epoch })];
  switch (now.state) {
    case 'queued':
      return { by: by.id, steps: ring, notes: to === null ? [] : notes };
    case 'ringing':
      if (now.ringing?.agent === to) return { steps: [] };
      return { by: by.id, steps: [{ is: 'ring-over', at }, ...ring], notes };
    default:
      return {
        by: by.id,
        steps: [
          { is: 'take-over', agent: by.id, at },
          { is: 'transfer', agent: by.id, to, until, at },
        ],
        lines: [{ by: 'system', reply: { text: deskPhrases.handedOn(agentName(by.number)) } }],
        notes,
      };
  }
}
