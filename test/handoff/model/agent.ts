import { after } from '../../../src/handoff/after.ts';
import type { Case } from '../../../src/handoff/case.ts';
import { later } from '../../../src/handoff/later.ts';
import { RINGING_MS } from '../../../src/handoff/ring.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { type Change, commit } from './commit.ts';
import type { Rules } from './rules.ts';
import { type Agent, meet, nowOf, type TalkState, type World } from './world.ts';

export const VERBS = [
  'claim',
  'speak',
  'take-over',
  'release',
  'return',
  'transfer',
  'pass-on',
  'follow-up',
  'snooze',
  'resolve',
] as const;
export type Verb = (typeof VERBS)[number];

/** An agent sees a case and acts on it; what they do is stored later, if the case is still the same. `id` is of their message. */
export function act(world: World, rules: Rules, agent: Agent, talk: TalkState, verb: Verb, id: string): void {
  if (!agent.online) return;
  agent.seenAt = nowOf(world);
  const read = talk.case;
  const next = steps(verb, agent, world).reduce<Case | undefined>((now, step) => now && after(now, step), read);
  if (!next) {
    meet(world, 'refused to an agent');
    return;
  }
  const finish = () => {
    if (verb === 'speak' && world.spoken.has(id)) {
      meet(world, "an agent's message came again");
      return;
    }
    if (!commit(world, rules, talk, { epoch: read.epoch, next, rows: rowsOf(verb) })) return;
    meet(world, `agent: ${verb}`);
    if (verb === 'speak') world.spoken.add(id);
  };
  world.pending.push({ talk: talk.id, finish });
}

function steps(verb: Verb, { id: agent }: Agent, world: World): readonly Step[] {
  const at = nowOf(world);
  const soon = later(at, 10 * 60_000);
  const until = later(at, RINGING_MS);
  const other = world.agents.find(({ id }) => id !== agent)?.id ?? null;
  switch (verb) {
    case 'speak':
      // Claims what nobody has; where they have it, claiming changes nothing.
      return [
        { is: 'claim', at, agent },
        { is: 'agent-speaks', at, agent },
      ];
    case 'transfer':
      return [{ is: 'transfer', at, agent, to: other, until }];
    case 'pass-on':
      return [{ is: 'transfer', at, agent, to: null, until }];
    case 'follow-up':
    case 'snooze':
      return [{ is: verb, at, agent, due: soon }];
    case 'resolve':
      return [{ is: 'resolve', at, agent, code: 'solved' }];
    default:
      return [{ is: verb, at, agent }];
  }
}

function rowsOf(verb: Verb): Change['rows'] {
  if (verb === 'speak') return [{ by: 'agent' }];
  return verb === 'snooze' ? [] : [{ by: 'system' }];
}
