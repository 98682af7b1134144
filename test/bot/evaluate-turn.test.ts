import { describe, expect, it } from 'vitest';
import { EXPECTED_DIAGNOSTICS } from '../../src/bot/evaluate-diagnostics.ts';
import { Expected, missesOf } from '../../src/bot/evaluate-turn.ts';
import { type Line, type Outcome, outcome } from '../../src/bot/message.ts';

const AT = '2026-01-01T00:00:00.000Z';
const line = (text: string, choices: readonly string[] = []): Line => ({ seq: 1, at: AT, by: 'bot', text, choices });
const misses = (expected: Readonly<Record<string, unknown>>, result: Outcome, ...messages: readonly Line[]) =>
  missesOf(Expected.parse({ entry: null, diagnostic: null, handoff: false, must_mention: [], ...expected }), {
    messages,
    outcome: result,
  });

describe('a turn of an evaluated dialogue', () => {
  it('is right where nothing is asked of it', () => {
    expect(misses({}, outcome('silent'))).toEqual([]);
    expect(misses({}, outcome('handoff', { entry: 3, handoff: 'queued' }), line('请稍等'))).toEqual([]);
  });

  it('rests on the entry expected, where it rests on one', () => {
    expect(misses({ entry: 1 }, outcome('answer', { entry: 1 }))).toEqual([]);
    expect(misses({ entry: 1 }, outcome('answer', { entry: 2, entries: [2, 1] }))).toEqual([]);
    expect(misses({ entry: 1 }, outcome('ask'))).toEqual([]);
    expect(misses({ entry: 1 }, outcome('answer', { entry: 2 }))).toEqual([{ what: 'entry', wanted: 1 }]);
  });

  it('mentions one wording of each group, in any line and any case', () => {
    const expected = { must_mention: ['安卓|Android', 'iOS|苹果'] };
    expect(misses(expected, outcome('answer'), line('ANDROID 5.0'), line('或ios'))).toEqual([]);
    expect(misses(expected, outcome('answer'), line('安卓'))).toEqual([{ what: 'mention', wanted: ['iOS', '苹果'] }]);
    expect(misses(expected, outcome('answer'))).toHaveLength(2);
  });

  it('mentions nothing by its buttons', () => {
    expect(misses({ must_mention: ['人工'] }, outcome('answer'), line('请看', ['转人工']))).toEqual([
      { what: 'mention', wanted: ['人工'] },
    ]);
  });

  it('offers a person in any way where that is expected', () => {
    expect(misses({ handoff: true }, outcome('answer'))).toEqual([{ what: 'handoff' }]);
    for (const handoff of ['offered', 'queued', 'agent', 'ticket'] as const) {
      expect(misses({ handoff: true }, outcome('answer', { handoff }))).toEqual([]);
    }
  });

  it('tells every miss', () => {
    const expected = { entry: 8, diagnostic: 'face_manual_review', handoff: true, must_mention: ['人工审核'] };
    expect(misses(expected, outcome('answer', { entry: 7 }), line('请核对')).map(({ what }) => what)).toEqual([
      'entry',
      'mention',
      'handoff',
      'diagnostic',
    ]);
  });

  it('refuses what it does not know', () => {
    const known = { entry: null, diagnostic: null, handoff: false, must_mention: [] };
    expect(Expected.safeParse(known).success).toBe(true);
    expect(Expected.safeParse({ ...known, diagnostic: 'ask_weather' }).success).toBe(false);
    expect(Expected.safeParse({ ...known, must_mention: ['a|'] }).success).toBe(false);
  });
});

const found = (diagnostic: string, verdict: string | null, kind: Outcome['kind'] = 'finding'): Outcome =>
  outcome(kind, { diagnostic, verdict });
const answer = (entry: number): Outcome => outcome('answer', { entry });

/** For each name, outcomes that are it and outcomes that are not. */
const expectations: Readonly<Record<string, readonly [is: readonly Outcome[], isNot: readonly Outcome[]]>> = {
  ask_platform: [[found('android-version', null, 'answer'), found('app-version', null, 'ask')], [answer(1)]],
  ask_os_version: [[found('android-version', null, 'ask')], [found('app-version', null), answer(1)]],
  android_unsupported: [
    [found('android-version', 'android-unsupported')],
    [found('android-version', 'android-supported'), found('province', 'android-unsupported')],
  ],
  android_supported: [
    [found('android-version', 'android-supported')],
    [found('android-version', 'android-unsupported'), found('android-version', null), answer(1)],
  ],
  ios_preferred: [
    [found('android-version', null), found('android-version', 'android-supported'), answer(1), answer(2)],
    [found('android-version', 'android-unsupported'), answer(3), outcome('ask', { entry: 1 })],
  ],
  update_app: [
    [found('app-version', 'update-needed'), found('app-version', 'version-unknown'), answer(1), answer(2)],
    [found('app-version', 'up-to-date'), found('app-version', null), answer(3)],
  ],
  escalate_after_update: [
    [found('app-version', 'up-to-date'), found('app-version', 'up-to-date', 'handoff-offered')],
    [found('app-version', 'update-needed'), answer(2)],
  ],
  legal_rep_required: [[found('province', 'legal-rep-required')], [found('province', 'not-on-list'), answer(9)]],
  check_province_rules: [
    [found('province', 'not-on-list'), found('province', 'other-source')],
    [found('province', 'legal-rep-required'), found('province', null)],
  ],
  ask_province: [
    [found('province', 'province-unknown'), found('province', null, 'answer')],
    [found('province', 'not-on-list'), answer(9)],
  ],
  list_provinces: [
    [found('province', 'not-on-list'), answer(9)],
    [outcome('clarify'), answer(8)],
  ],
  fix_info: [
    [answer(9), outcome('finding', { entry: 9 })],
    [answer(7), outcome('handoff-offered', { entry: 9 })],
  ],
  retry_after_check: [
    [answer(9), outcome('finding', { entry: 9 })],
    [answer(7), outcome('ask', { entry: 9 })],
  ],
  face_self_and_light: [[found('face-verification', 'face-retry')], [found('face-verification', null), answer(8)]],
  face_must_be_self: [[found('face-verification', 'face-not-self')], [found('face-verification', 'face-retry')]],
  face_manual_review: [
    [found('face-verification', 'offer-human', 'handoff-offered')],
    [found('face-verification', 'face-retry'), outcome('handoff-offered', { entry: 8, handoff: 'offered' })],
  ],
  user_requests_human: [[outcome('handoff', { handoff: 'ticket' })], [outcome('handoff-offered')]],
  out_of_scope: [
    [outcome('not-covered'), outcome('smalltalk'), outcome('refuse')],
    [answer(1), outcome('clarify'), outcome('silent')],
  ],
  image_rule: [
    [answer(10), outcome('finding', { entry: 10 })],
    [answer(6), outcome('clarify')],
  ],
  browser_advice: [
    [answer(10), outcome('finding', { entry: 10 })],
    [answer(5), outcome('ask')],
  ],
  image_too_large: [
    [found('image', 'image-too-big'), answer(10)],
    [found('image', 'image-format'), answer(6)],
  ],
  image_bad_format: [
    [found('image', 'image-format'), answer(10)],
    [found('image', 'image-ok'), answer(6)],
  ],
  image_ok: [
    [found('image', 'image-ok'), answer(10)],
    [found('image', 'image-too-big'), outcome('ask')],
  ],
  image_too_large_and_bad_format: [
    [found('image', 'image-format'), found('image', 'image-too-big'), answer(10)],
    [found('image', 'image-ok'), outcome('ask')],
  ],
};

describe('the diagnostic expected of a turn', () => {
  it('is one of those described here', () => {
    expect([...EXPECTED_DIAGNOSTICS].sort()).toEqual(Object.keys(expectations).sort());
  });

  it.each(Object.entries(expectations))('%s', (diagnostic, [is, isNot]) => {
    for (const result of is) expect(misses({ diagnostic }, result)).toEqual([]);
    for (const result of isNot) {
      expect(misses({ diagnostic }, result)).toEqual([{ what: 'diagnostic', wanted: diagnostic }]);
    }
  });
});
