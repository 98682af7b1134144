import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Checks } from './checks.ts';

/** The checks that are run together, for the sake of an entry. */
export interface Scope {
  readonly entry: number;
  /** Their ids. */
  readonly checks: readonly string[];
}

/** The checks that come along with the answer of an entry. */
export function scopeOf(checks: Checks, entry: Entry): Scope {
  const atOnce = checks.of(entry).filter(({ starts }) => starts === 'with-answer');
  return { entry: entry.number, checks: atOnce.map(({ id }) => id) };
}

export function checksOf(checks: Checks, scope: Scope): readonly Diagnostic[] {
  return scope.checks.flatMap((id) => checks.byId(id) ?? []);
}

/** What the buttons say that start the other checks of an entry. */
export function titlesOf(checks: Checks, entry: Entry): readonly string[] {
  return checks
    .of(entry)
    .filter(({ starts }) => starts === 'on-request')
    .map(({ title }) => title);
}

/** The entry that a check is run for: the last one where it names the check, else the first that does. */
export function entryWith(
  knowledge: Pick<Knowledge, 'entries'>,
  check: string,
  last: Entry | undefined,
): Entry | undefined {
  const listing = [...knowledge.entries().values()].filter(({ checks }) => checks.includes(check));
  return listing.find((one) => one === last) ?? listing[0];
}
