import fc from 'fast-check';
import { act, VERBS, type Verb } from './agent.ts';
import { ring, runTimers, tick } from './clockwork.ts';
import { receive, say } from './person.ts';
import type { Rules } from './rules.ts';
import { ENDINGS, type Ending, send } from './sender.ts';
import { type Agent, type Kind, meet, pick, type TalkState, type World } from './world.ts';

/** One thing that happens; `nth`, and `who` among agents, pick among what there is. */
export type Event =
  | { readonly is: 'says'; readonly nth: number; readonly kind: Kind; readonly crashes: boolean }
  | { readonly is: 'comes-again'; readonly nth: number }
  | { readonly is: 'acts'; readonly nth: number; readonly who: number; readonly verb: Verb; readonly message: number }
  | { readonly is: 'presence'; readonly who: number; readonly online: boolean; readonly available: boolean }
  | { readonly is: 'hours'; readonly open: boolean }
  | { readonly is: 'passes'; readonly seconds: number }
  | { readonly is: 'timers' | 'ring' }
  | { readonly is: 'sends'; readonly nth: number; readonly ending: Ending }
  /** What was computed is stored, or lost. */
  | { readonly is: 'finishes' | 'crashes'; readonly nth: number };

const HOUR = 3_600;
const nth = fc.nat({ max: 5 });
const who = fc.nat({ max: 1 });
const message = fc.nat({ max: 15 });
const kind = fc.constantFrom<Kind[]>(
  'text',
  'text',
  'person',
  'person',
  'complaint',
  'ticket',
  'stay',
  'wait',
  'leave',
);
const verb = fc.constantFrom<Verb[]>('claim', 'speak', 'speak', ...VERBS);
const seconds = fc.constantFrom(1, 5, 31, 61, 700, 1, 5, 31, 61, 700, 3 * HOUR, 25 * HOUR, 73 * HOUR);
const ending = fc.constantFrom<Ending[]>('sent', 'sent', 'no-answer', 'failed', ...ENDINGS);

function event<Is extends Event['is'], Rest>(is: Is, rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> }) {
  return fc.record({ is: fc.constant(is), ...rest }) as fc.Arbitrary<{ is: Is } & Rest>;
}

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 10, arbitrary: event('says', { nth, kind, crashes: fc.nat({ max: 3 }).map((n) => n === 0) }) },
  { weight: 3, arbitrary: event('comes-again', { nth }) },
  { weight: 10, arbitrary: event('acts', { nth, who, verb, message }) },
  { weight: 1, arbitrary: event('presence', { who, online: fc.boolean(), available: fc.boolean() }) },
  { weight: 1, arbitrary: event('hours', { open: fc.boolean() }) },
  { weight: 6, arbitrary: event('passes', { seconds }) },
  { weight: 6, arbitrary: event('timers', {}) },
  { weight: 4, arbitrary: event('ring', {}) },
  { weight: 10, arbitrary: event('sends', { nth, ending }) },
  { weight: 18, arbitrary: event('finishes', { nth }) },
  { weight: 2, arbitrary: event('crashes', { nth }) },
);

export function happen(world: World, rules: Rules, event: Event): void {
  world.now++;
  switch (event.is) {
    case 'says':
      say(world, rules, talkAt(world, event.nth).id, event.kind, event.crashes);
      break;
    case 'comes-again': {
      const said = pick(world.said, event.nth);
      if (said) receive(world, rules, said);
      break;
    }
    case 'acts':
      act(world, rules, agentAt(world, event.who), talkAt(world, event.nth), event.verb, `a${event.message}`);
      break;
    case 'presence':
      Object.assign(agentAt(world, event.who), { online: event.online, available: event.available });
      break;
    case 'hours':
      world.open = event.open;
      break;
    case 'passes':
      tick(world, event.seconds * 1_000);
      break;
    case 'timers':
      runTimers(world, rules);
      break;
    case 'ring':
      ring(world, rules);
      break;
    case 'sends':
      send(world, rules, event.nth, event.ending);
      break;
    case 'finishes':
    case 'crashes':
      end(world, event.is, event.nth);
  }
}

function talkAt({ talks }: World, nth: number): TalkState {
  return pick(talks, nth) as TalkState;
}

function agentAt({ agents }: World, nth: number): Agent {
  return pick(agents, nth) as Agent;
}

function end(world: World, is: 'finishes' | 'crashes', nth: number): void {
  const one = pick(world.pending, nth);
  if (!one) return;
  world.pending.splice(world.pending.indexOf(one), 1);
  if (is === 'finishes') one.finish();
  else meet(world, 'crashed before it was stored');
}
