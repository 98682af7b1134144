import { creditCheckCharacter, creditRegionOk } from './credit-code.ts';
import { birthFault, birthOf, checkCharacter, regionKnown } from './identity-code.ts';

export type NumberVerdict =
  | 'id-ok'
  | 'id-not-checked'
  | 'id-invalid-length'
  | 'id-invalid-checksum'
  | 'id-invalid-date'
  | 'id-invalid-region'
  | 'uscc-ok'
  | 'uscc-invalid';

/** What a conversation may keep of a number instead of the number: enough to judge another last character. */
export interface IdentityTrace {
  readonly kind: 'identity' | 'credit';
  /** Characters counted. */
  readonly length: number;
  readonly regionOk: boolean;
  /** Always true of a credit code. */
  readonly dateOk: boolean;
  /** The last character that the first 17 call for; null where they cannot be computed with. */
  readonly expected: string | null;
  /** The 18th character; null where there is none. */
  readonly last: string | null;
}

/** The trace of a code as `readTypedNumber` gives it. `today` is YYYY-MM-DD. */
export function traceOf(code: string, kind: IdentityTrace['kind'], today: string): IdentityTrace {
  const first17 = code.slice(0, 17);
  const rest = { kind, length: code.length, last: code[17] ?? null };
  return kind === 'credit'
    ? { ...rest, regionOk: creditRegionOk(code), dateOk: true, expected: creditCheckCharacter(first17) ?? null }
    : {
        ...rest,
        regionOk: regionKnown(code),
        dateOk: birthFault(birthOf(code), today) === undefined,
        expected: checkCharacter(first17) ?? null,
      };
}

/** The verdict on a number, from its trace alone. */
export function verdictOf({ kind, length, regionOk, dateOk, expected, last }: IdentityTrace): NumberVerdict {
  const fits = length === 18 && expected !== null && last === expected;
  if (kind === 'credit') return fits && regionOk ? 'uscc-ok' : 'uscc-invalid';
  if (length !== 18) return 'id-invalid-length';
  if (expected === null) return 'id-invalid-checksum';
  if (!regionOk) return 'id-invalid-region';
  if (!dateOk) return 'id-invalid-date';
  return fits ? 'id-ok' : 'id-invalid-checksum';
}

/** The trace with another last character: of 18 it replaces the last one, of 17 it is the one that was missing. */
export function withLast(trace: IdentityTrace, last: string): IdentityTrace {
  return trace.length === 17 || trace.length === 18 ? { ...trace, length: 18, last } : trace;
}
