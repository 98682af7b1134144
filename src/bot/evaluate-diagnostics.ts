import type { Outcome, OutcomeKind } from './message.ts';

type Holds = (outcome: Outcome) => boolean;

/** What the dialogues of the evaluation ask of a turn, by the name they give it, in terms of its outcome. */
const holds = {
  ask_platform: either(found('android-version'), found('app-version'), found('app-version', 'version-unknown')),
  ask_os_version: found('android-version'),
  android_unsupported: found('android-version', 'android-unsupported'),
  android_supported: found('android-version', 'android-supported'),
  ios_preferred: either(
    ({ diagnostic, verdict }) => diagnostic === 'android-version' && verdict !== 'android-unsupported',
    found('android-version', 'android-supported'),
    about(['answer'], 1, 2),
  ),
  update_app: either(found('app-version', 'update-needed', 'version-unknown'), about(['answer'], 1, 2)),
  escalate_after_update: found('app-version', 'up-to-date'),
  legal_rep_required: found('province', 'legal-rep-required'),
  check_province_rules: found('province', 'not-on-list', 'other-source'),
  ask_province: found('province', 'province-unknown', null),
  list_provinces: either(found('province'), about(['answer'], 9)),
  fix_info: about(['answer', 'finding'], 9),
  retry_after_check: about(['answer', 'finding', 'handoff-offered'], 9),
  face_self_and_light: found('face-verification', 'face-retry'),
  face_must_be_self: found('face-verification', 'face-not-self'),
  face_manual_review: found('face-verification', 'offer-human'),
  user_requests_human: is('handoff'),
  out_of_scope: is('not-covered', 'smalltalk', 'refuse'),
  image_rule: about(['answer', 'finding'], 10),
  browser_advice: about(['answer', 'finding', 'handoff-offered'], 10),
  image_too_large: either(found('image', 'image-too-big'), about(['answer'], 10)),
  image_bad_format: either(found('image', 'image-format'), about(['answer'], 10)),
  image_ok: either(found('image', 'image-ok'), about(['answer'], 10)),
  image_too_large_and_bad_format: either(found('image', 'image-too-big', 'image-format'), about(['answer'], 10)),
} as const satisfies Readonly<Record<string, Holds>>;

export type ExpectedDiagnostic = keyof typeof holds;

export const EXPECTED_DIAGNOSTICS = Object.keys(holds) as readonly ExpectedDiagnostic[];

export function holdsFor(expected: ExpectedDiagnostic, outcome: Outcome): boolean {
  return holds[expected](outcome);
}

/** Without verdicts, any will do. A verdict counts wherever it stands among the findings of the turn. */
function found(diagnostic: string, ...verdicts: readonly Outcome['verdict'][]): Holds {
  return (outcome) =>
    (outcome.diagnostic === diagnostic && (verdicts.length === 0 || verdicts.includes(outcome.verdict))) ||
    outcome.findings.some(({ verdict }) => verdicts.includes(verdict));
}

function about(kinds: readonly OutcomeKind[], ...numbers: readonly number[]): Holds {
  return ({ kind, entry, entries }) =>
    kinds.includes(kind) && numbers.some((number) => entry === number || entries.includes(number));
}

function is(...kinds: readonly OutcomeKind[]): Holds {
  return ({ kind }) => kinds.includes(kind);
}

function either(...one: readonly Holds[]): Holds {
  return (outcome) => one.some((holds) => holds(outcome));
}
