import type { Code } from '../../handoff/case.ts';
import { RINGING_MS } from '../../handoff/ring.ts';
import type { NewNote } from '../case-store.ts';
import { storedText } from '../stored-text.ts';
import type { TalkRecord } from '../talk-record.ts';
import { agentName, deskPhrases } from './desk-phrases.ts';
import type { Plan } from './take-step.ts';

/** Somebody of the desk; `number` is what people see. */
export interface Agent {
  readonly id: string;
  readonly number: number;
}

/** Something that happened, told to agents between the lines. */
export function event(what: string, author: string | null, rest: Readonly<Record<string, unknown>> = {}): NewNote {
  return { kind: 'event', author, body: { what, ...rest } };
}

/** Takes what nobody has. Its own again changes nothing. */
export function claiming({ case: now }: TalkRecord, agent: Agent, at: string): Plan {
  if (now.owner === agent.id) return { steps: [] };
  const waits = now.waitingSince !== null && now.state !== 'ticket';
  return {
    by: agent.id,
    steps: [{ is: 'claim', agent: agent.id, at }],
    lines: [{ by: 'system', reply: { text: deskPhrases.joined(agentName(agent.number)) } }],
    notes: [event('claim', agent.id, { from: now.state, reason: now.reason })],
    ...(waits && { waited: Math.max(0, Date.parse(at) - Date.parse(now.waitingSince ?? at)) }),
  };
}

/** A supervisor takes what another agent has. */
export function takingOver({ case: now }: TalkRecord, agent: Agent, at: string): Plan {
  if (now.owner === agent.id) return { steps: [] };
  return {
    by: agent.id,
    steps: [{ is: now.owner === null ? 'claim' : 'take-over', agent: agent.id, at }],
    lines: [{ by: 'system', reply: { text: deskPhrases.joined(agentName(agent.number)) } }],
    notes: [event('take-over', agent.id, { from: now.owner })],
  };
}

export interface Saying {
  readonly text: string;
  readonly files?: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
  }[];
  readonly message: { readonly id: string; readonly digest: string };
}

/** Says something to the person; what nobody has is taken with it. */
export function speaking(record: TalkRecord, agent: Agent, { text, files, message }: Saying, at: string): Plan {
  const taking = claiming(record, agent, at);
  const name = agentName(agent.number);
  const reply = { text: storedText(text), ...(files && { files }) };
  return {
    ...taking,
    by: agent.id,
    steps: [...taking.steps, { is: 'agent-speaks', agent: agent.id, at }],
    lines: [...(taking.lines ?? []), { by: 'agent', name, reply }],
    message,
  };
}

/** To another agent, for whom it rings; with null back into the queue, before all others. */
export function transferring(record: TalkRecord, agent: Agent, to: string | null, at: string): Plan {
  const until = new Date(Date.parse(at) + RINGING_MS).toISOString();
  return {
    by: agent.id,
    steps: [{ is: 'transfer', agent: agent.id, to, until, at }],
    lines: [{ by: 'system', reply: { text: deskPhrases.handedOn(agentName(agent.number)) } }],
    notes: [event('transfer', agent.id, { to, epoch: record.case.epoch })],
  };
}

/** Back to the assistant, with a summary for whoever comes next. */
export function returning(agent: Agent, summary: string, at: string): Plan {
  return {
    by: agent.id,
    steps: [{ is: 'return', agent: agent.id, at }],
    lines: [{ by: 'system', reply: { text: deskPhrases.returned } }],
    notes: [event('return', agent.id, { summary: storedText(summary) })],
  };
}

export function closing(agent: Agent, code: Code, at: string): Plan {
  return {
    by: agent.id,
    steps: [{ is: 'resolve', agent: agent.id, code, at }],
    lines: [{ by: 'system', reply: { text: deskPhrases.resolved } }],
    notes: [event('close', agent.id, { code })],
  };
}

/** The owner is gone, or may no longer have it: back into the queue, before all others. */
export function releasing({ case: now }: TalkRecord, is: 'gone' | 'release', agent: string, at: string): Plan {
  return {
    steps: [{ is, agent, at }],
    lines: [{ by: 'system', reply: { text: deskPhrases.waitsAgain } }],
    notes: [event(is, agent, { epoch: now.epoch })],
  };
}

export function followingUp(agent: Agent, due: string, said: string, at: string): Plan {
  return {
    by: agent.id,
    steps: [{ is: 'follow-up', agent: agent.id, due, at }],
    lines: [{ by: 'system', reply: { text: deskPhrases.followUp(said) } }],
    notes: [event('follow-up', agent.id, { due })],
  };
}
