import type { Checked, Diagnostic, Finding, Known } from '../../diagnostics/diagnostic.ts';

/** One check, run on what is known. */
export interface Examined {
  readonly check: Diagnostic;
  /** The fact it still wants; undefined where it is decided. */
  readonly wants: string | undefined;
  /** What it found; undefined where it cannot be run yet. */
  readonly checked: Checked | undefined;
}

/** Runs checks on what is known, in their order. */
export function examine(checks: readonly Diagnostic[], known: Known): readonly Examined[] {
  return checks.map((check) => {
    const parsed = check.input.safeParse(known);
    return { check, wants: check.next(known), checked: parsed.success ? check.run(parsed.data) : undefined };
  });
}

/** The next question of several checks: one at a time, in their order; none after a finding that ends the matter. */
export function nextQuestion(examined: readonly Examined[]): { check: string; field: string } | undefined {
  const decided = examined.filter(({ wants }) => wants === undefined);
  if (decided.some(({ checked }) => checked?.findings.some(({ handoff }) => handoff))) return undefined;
  for (const one of examined) {
    if (one.wants !== undefined) return { check: one.check.id, field: one.wants };
    if (one.checked?.findings.some(({ severity }) => severity === 'blocker')) return undefined;
  }
  return undefined;
}

/** The question of a single check that stays open after its answer. */
export function repeatedQuestion(examined: readonly Examined[]): { check: string; field: string } | undefined {
  const [one] = examined;
  return one?.check.repeats && one.wants === undefined ? { check: one.check.id, field: one.check.repeats } : undefined;
}

/** Whether any of the facts named is something the check looks at. */
export function looksAt({ input }: Diagnostic, facts: readonly string[]): boolean {
  return facts.some((fact) => fact in input.shape);
}

const RANK = { blocker: 0, problem: 1, notice: 2, ok: 3 } as const;

/** The most severe first; of equals what hands over to a person, then in the order of their checks. */
export function bySeverity<One extends Pick<Finding, 'severity' | 'handoff'>>(
  findings: readonly One[],
): readonly One[] {
  const rank = ({ severity, handoff }: One): number => 2 * RANK[severity] + (handoff ? 0 : 1);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
