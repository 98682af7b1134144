/**
 * Whether an endpoint is asked: `closed` while it answers, `open` for a while
 * after it failed several times in a row, then `trying` with one question whose
 * answer decides. Times in milliseconds.
 */
export type Circuit =
  | { readonly is: 'closed'; readonly failures: number }
  | { readonly is: 'open'; readonly since: number }
  | { readonly is: 'trying'; readonly since: number };

/** How a question to the endpoint ended; `cancelled` says nothing about it. */
export type Ending = 'answered' | 'failed' | 'cancelled';

/** Failures in a row after which the endpoint rests. */
export const FAILURES = 5;
/** How long it rests, in milliseconds. */
export const REST = 60_000;

export const newCircuit: Circuit = { is: 'closed', failures: 0 };

/** The circuit once a question may be asked at `now`; undefined where none may. */
export function passing(circuit: Circuit, now: number): Circuit | undefined {
  switch (circuit.is) {
    case 'closed':
      return circuit;
    case 'open':
      return now - circuit.since >= REST ? { is: 'trying', since: circuit.since } : undefined;
    case 'trying':
      return undefined;
  }
}

/** The circuit after a question that was let through has ended. */
export function afterEnding(circuit: Circuit, ending: Ending, now: number): Circuit {
  if (ending === 'cancelled') return circuit.is === 'trying' ? { is: 'open', since: circuit.since } : circuit;
  // What was asked before the endpoint was given up comes too late to say anything new.
  if (circuit.is === 'open') return circuit;
  if (ending === 'answered') return newCircuit;
  if (circuit.is === 'trying') return { is: 'open', since: now };
  const failures = circuit.failures + 1;
  return failures >= FAILURES ? { is: 'open', since: now } : { is: 'closed', failures };
}
