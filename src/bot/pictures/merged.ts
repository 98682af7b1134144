import type { Outcome, OutcomeFinding } from '../message.ts';

const RANK: Readonly<Record<OutcomeFinding['severity'], number>> = { blocker: 0, problem: 1, notice: 2, ok: 3 };

const ADDS_NOTHING: ReadonlySet<Outcome['kind']> = new Set(['ask', 'smalltalk']);

/**
 * What a turn came to that said two things: pictures, and what the words beside
 * them ask. Its entries are those of both, `first`'s in front; its verdict is the
 * more severe one, of equals `first`'s.
 */
export function merged(first: Outcome, second: Outcome): Outcome {
  const worse = rank(second) < rank(first) || first.diagnostic === null ? second : first;
  return {
    ...second,
    kind: ADDS_NOTHING.has(second.kind) ? first.kind : second.kind,
    entry: first.entry ?? second.entry,
    entries: [...new Set([...first.entries, ...second.entries])],
    diagnostic: worse.diagnostic,
    verdict: worse.verdict,
    confidence: Math.min(first.confidence, second.confidence),
    findings: [...first.findings, ...second.findings.filter((one) => !first.findings.includes(one))],
    pictures: [...first.pictures, ...second.pictures],
    handoff: second.handoff === 'none' ? first.handoff : second.handoff,
  };
}

function rank({ findings }: Outcome): number {
  return Math.min(...findings.map(({ severity }) => RANK[severity]), RANK.ok);
}
