import { describe, expect, it } from 'vitest';
import { nothingSpent, type Spent, spending } from '../../src/knowledge/model/budget.ts';
import {
  afterEnding,
  type Circuit,
  type Ending,
  FAILURES,
  newCircuit,
  passing,
  REST,
} from '../../src/knowledge/model/circuit.ts';

const ended = (endings: readonly Ending[], circuit: Circuit = newCircuit, now = 1000): Circuit =>
  endings.reduce((one, ending) => afterEnding(one, ending, now), circuit);
const failed = Array<Ending>(FAILURES).fill('failed');

describe('the circuit', () => {
  it('opens after so many failures in a row, and not before', () => {
    expect(passing(ended(failed.slice(1)), 1000)).toBeDefined();
    expect(ended(failed)).toEqual({ is: 'open', since: 1000 });
    expect(ended([...failed.slice(1), 'answered', ...failed.slice(1)]).is).toBe('closed');
  });

  it('lets nothing through for a minute, then one question whose answer decides', () => {
    const open = ended(failed);
    expect(passing(open, 1000 + REST - 1)).toBeUndefined();
    const trying = passing(open, 1000 + REST);
    if (!trying) throw new Error('Nothing was let through');
    expect(passing(trying, 1000 + REST), 'a second one meanwhile').toBeUndefined();
    expect(afterEnding(trying, 'answered', 70_000)).toEqual(newCircuit);
    const again = afterEnding(trying, 'failed', 70_000);
    expect(passing(again, 70_000 + REST - 1)).toBeUndefined();
    expect(passing(again, 70_000 + REST)).toBeDefined();
  });

  it('learns nothing from what was cancelled, and tries again after a cancelled trial', () => {
    expect(ended([...failed.slice(1), 'cancelled', 'failed']).is).toBe('open');
    const trying = passing(ended(failed), 1000 + REST);
    if (!trying) throw new Error('Nothing was let through');
    expect(passing(afterEnding(trying, 'cancelled', 62_000), 62_000)).toBeDefined();
  });

  it('heeds no late answer of a question asked before it opened', () => {
    const open = ended(failed);
    expect(ended(['failed', 'answered'], open, 9000)).toEqual(open);
  });
});

describe('the budget', () => {
  const spendAll = (count: number, now: number, from: Spent = nothingSpent) =>
    Array.from({ length: count }).reduce<Spent | undefined>((spent) => spent && spending(spent, 3, now), from);

  it('is used up within the hour, and whole again after it', () => {
    const spent = spendAll(3, 5000);
    expect(spent).toEqual({ from: 5000, count: 3 });
    if (!spent) return;
    expect(spending(spent, 3, 5000 + 3_599_999)).toBeUndefined();
    expect(spending(spent, 3, 5000 + 3_600_000)).toEqual({ from: 3_605_000, count: 1 });
  });
});
