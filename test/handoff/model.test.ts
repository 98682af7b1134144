import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvent, happen } from './model/event.ts';
import { broken, ours, type Rules } from './model/rules.ts';
import { settle } from './model/settle.ts';
import { newWorld } from './model/world.ts';

const RUNS = 2_500;

/** People, an assistant that is slow, two agents, time, crashes and a channel that fails, in any order; then the world runs on. */
function anyOrder(rules: Rules, met = new Map<string, number>()) {
  return fc.property(fc.array(anyEvent, { minLength: 10, maxLength: 80, size: 'max' }), (events) => {
    const world = newWorld(met);
    for (const event of events) happen(world, rules, event);
    settle(world, rules);
  });
}

describe('a desk in any order of events', () => {
  const met = new Map<string, number>();

  it('keeps its promises', () => {
    fc.assert(anyOrder(ours, met), { numRuns: RUNS, seed: 12 });
  }, 60_000);

  it.each([
    ...['queued', 'ringing', 'agent', 'waiting_user', 'resolved', 'closed', 'ticket', 'follow_up', 'bot'].map(
      (state) => `became ${state}`,
    ),
    ...['ring-over', 'gone', 'due', 'offer-ticket', 'warn-idle', 'end', 'forget'].map((action) => `time: ${action}`),
    ...['sent', 'no-answer', 'failed', 'dead'].map((ending) => `sender: ${ending}`),
    ...['claim', 'speak', 'take-over', 'transfer', 'pass-on', 'return', 'release'].map((verb) => `agent: ${verb}`),
    'withdrawn: draft',
    'withdrawn: drop',
    'came too late',
    'late answer became a draft',
    'answered anew under another epoch',
    'was answered by another instance',
    'was not due any more',
    'crashed before it was stored',
    'crashed before a message was stored',
    'came again before its answer',
    'came again after its answer',
    "an agent's message came again",
    'refused to an agent',
    'waits for something more urgent',
    'rings',
  ])('has met often enough: %s', (what) => {
    expect(met.get(what) ?? 0).toBeGreaterThan(20);
  });

  it.each(Object.entries(broken))('is caught where it %s', (_what, { rules, noticed }) => {
    const { failed, errorInstance } = fc.check(anyOrder(rules), { numRuns: RUNS, seed: 12, endOnFailure: true });
    expect(failed).toBe(true);
    expect(String(errorInstance)).toMatch(noticed);
  });
});
