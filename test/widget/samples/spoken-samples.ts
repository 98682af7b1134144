import { phrases } from '../../../src/bot/phrases.ts';
import { asks, type Diagnostic, type Known, questionFor } from '../../../src/diagnostics/diagnostic.ts';
import { traceOf } from '../../../src/diagnostics/numbers/identity-trace.ts';
import { judgeTrace } from '../../../src/diagnostics/numbers/judge-trace.ts';
import { listed } from '../../../src/diagnostics/provinces/list.ts';
import { roleCard } from '../../../src/diagnostics/role-card.ts';
import { roles } from '../../../src/diagnostics/roles/statements.ts';
import { checks } from '../../checks.ts';
import { FACTS } from './facts.ts';
import { ofDesk } from './of-desk.ts';
import { ofPictures } from './of-pictures.ts';
import { said, TODAY } from './said.ts';

/** Every combination of the values given for each fact; undefined leaves the fact out. */
function combined(facts: Readonly<Record<string, readonly unknown[]>>): readonly Known[] {
  return Object.entries(facts).reduce<readonly Known[]>(
    (all, [key, values]) =>
      all.flatMap((one) => values.map((value) => (value === undefined ? one : { ...one, [key]: value }))),
    [{}],
  );
}

function ofCheck(check: Diagnostic): readonly string[] {
  const texts: string[] = [check.title];
  for (const known of combined(FACTS[check.id] ?? {})) {
    const parsed = check.input.safeParse(known);
    if (!parsed.success) continue;
    const { findings, cards = [] } = check.run(parsed.data);
    texts.push(...findings.map(said), ...(check.id === 'remote-people' ? cards.slice(0, 1) : cards));
  }
  const fields = Object.entries(check.input.shape).filter(([, field]) => asks.has(field));
  for (const [field] of fields) {
    for (const known of combined({
      platform: [undefined, 'android', 'ios', 'harmony'],
      suggested: [undefined, 'android', 'ios'],
    })) {
      const { text, choices, help, lastResort } = questionFor(check, field, known);
      texts.push(
        text,
        help,
        `${phrases.notUnderstood}${help}`,
        ...[...choices, ...lastResort].map(({ label }) => label),
      );
    }
  }
  return texts;
}

/** What the bot says beside its fixed sentences, put together by its own code as it is in a conversation. */
export function spokenSamples(): readonly string[] {
  const trace = traceOf('110105194912310021', 'identity', TODAY);
  const short = traceOf('1101051949123100', 'identity', TODAY);
  const roleCards = (['who-is', 'difference', 'who-verifies', 'who-uploads'] as const).flatMap((about) =>
    [[], ...roles.map((role) => [role]), [...roles]].map((named) => roleCard({ roles: named, about }).text),
  );
  return [
    ...new Set([
      ...checks.all().flatMap(ofCheck),
      ...[1, 5, 6, 8].flatMap((entry) => checks.advice(entry) ?? []),
      ...[judgeTrace(trace, 'X'), judgeTrace(trace, '3'), judgeTrace(short, 'X')].flatMap(({ findings }) =>
        findings.map(said),
      ),
      ...roleCards,
      listed(checks.provinces),
      ...ofPictures(),
      ...ofDesk(),
    ]),
  ];
}
