import { z } from 'zod';
import { EXPECTED_DIAGNOSTICS, type ExpectedDiagnostic, holdsFor } from './evaluate-diagnostics.ts';
import type { Answered, Outcome } from './message.ts';

/** `a|b`: wordings of which one must occur. */
const Wordings = z
  .string()
  .transform((text) => text.split('|'))
  .refine((wordings) => wordings.every((one) => one.trim() !== ''), '“|”的两边都要有字');

/** What a turn of a dialogue must come to. Null asks for nothing; so does `handoff: false`. */
export const Expected = z.object({
  entry: z.int().nullable(),
  diagnostic: z.enum(EXPECTED_DIAGNOSTICS).nullable(),
  handoff: z.boolean(),
  must_mention: z.array(Wordings),
});

export type Expected = Readonly<z.output<typeof Expected>>;

/** One thing that a turn was not. */
export type Miss =
  | { readonly what: 'entry'; readonly wanted: number }
  | { readonly what: 'mention'; readonly wanted: readonly string[] }
  | { readonly what: 'handoff' }
  | { readonly what: 'diagnostic'; readonly wanted: ExpectedDiagnostic };

/** Compares what was answered with what was expected; only texts can mention something, buttons cannot. */
export function missesOf(expected: Expected, { messages, outcome }: Answered): readonly Miss[] {
  const said = messages
    .map(({ text }) => text)
    .join('\n')
    .toLowerCase();
  const { entry, diagnostic, handoff, must_mention } = expected;
  return [
    ...(entry === null || restsOn(outcome, entry) ? [] : [{ what: 'entry' as const, wanted: entry }]),
    ...must_mention
      .filter((wordings) => !wordings.some((wording) => said.includes(wording.toLowerCase())))
      .map((wanted) => ({ what: 'mention' as const, wanted })),
    ...(handoff && outcome.handoff === 'none' ? [{ what: 'handoff' as const }] : []),
    ...(diagnostic === null || holdsFor(diagnostic, outcome)
      ? []
      : [{ what: 'diagnostic' as const, wanted: diagnostic }]),
  ];
}

/** A turn that rests on no entry is judged by its words alone. */
function restsOn({ entry, entries }: Outcome, wanted: number): boolean {
  return entry === null || entry === wanted || entries.includes(wanted);
}
