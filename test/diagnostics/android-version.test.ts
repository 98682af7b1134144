import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { androidVersion, BELOW_5, FROM_5 } from '../../src/diagnostics/android-version.ts';
import { questionFor } from '../../src/diagnostics/diagnostic.ts';

const check = (facts: Record<string, unknown>) => androidVersion.run(androidVersion.input.parse(facts));
const android = (osVersion: string) => check({ platform: 'android', osVersion });

describe('the Android of a phone', () => {
  it.each(['5', '5.0', '5.0.0', '5.0.2', '5.1', '6.0.1', '8.1', '10', '12'])('%s is supported', (osVersion) => {
    expect(android(osVersion)).toMatchObject({
      verdict: 'android-supported',
      findings: [{ severity: 'ok', evidence: `您的手机是安卓 ${osVersion}。`, entry: 1 }],
    });
  });

  it.each(['4', '4.4', '4.4.2', '4.9.9', '2.3'])('%s is not, and another phone is needed', (osVersion) => {
    const { verdict, findings } = android(osVersion);
    expect(verdict).toBe('android-unsupported');
    expect(findings).toEqual([
      {
        verdict: 'android-unsupported',
        severity: 'blocker',
        evidence: `您的手机是安卓 ${osVersion}，低于 5.0。`,
        advice: expect.stringMatching(/5\.0 以下.*不含 5\.0.*不支持.*5\.0 及以上.*iPhone.*推荐/),
        entry: 1,
        retryable: false,
      },
    ]);
  });

  it('is supported from 5.0 on and nowhere below', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(9), fc.nat(9), (major, minor, patch) => {
        const wanted = major >= 5 ? 'android-supported' : 'android-unsupported';
        expect(android(`${major}.${minor}.${patch}`).verdict).toBe(wanted);
      }),
    );
  });

  it('may be known by its side of 5.0 alone', () => {
    expect(check({ platform: 'android', atLeastAndroid5: false }).verdict).toBe('android-unsupported');
    expect(check({ platform: 'android', atLeastAndroid5: true }).verdict).toBe('android-supported');
  });

  it('goes by the version where both are known', () => {
    expect(check({ platform: 'android', osVersion: '4.4', atLeastAndroid5: true }).verdict).toBe('android-unsupported');
  });

  it.each([undefined, '不知道', '4.x'])('is unknown for the version %s, with the way to look it up', (osVersion) => {
    expect(check({ platform: 'android', osVersion })).toMatchObject({
      verdict: 'version-unknown',
      findings: [{ severity: 'notice', advice: expect.stringContaining('设置 > 关于手机') }],
    });
  });
});

describe('other systems', () => {
  it('recommends iOS, whatever its version', () => {
    for (const osVersion of [undefined, '4.3', '17.2']) {
      const { verdict, findings } = check({ platform: 'ios', osVersion });
      expect(verdict).toBe('android-supported');
      expect(findings[0]).toMatchObject({ severity: 'ok', advice: expect.stringMatching(/支持效果更好.*推荐/) });
      expect(findings[0]?.evidence).not.toContain('安卓');
    }
  });

  it('claims nothing about HarmonyOS, whatever its version', () => {
    for (const osVersion of [undefined, '2.1', '4.2', '5.0']) {
      const { verdict, findings } = check({ platform: 'harmony', osVersion });
      expect(verdict).toBe('version-unknown');
      expect(findings[0]).toMatchObject({ severity: 'notice', advice: expect.stringContaining('没有写鸿蒙能不能用') });
      expect(findings[0]?.advice).not.toMatch(/鸿蒙(?:系统)?(?:是)?(?:支持|不支持|可以用|不可以)/);
    }
  });

  it('says what is missing where the system is unknown', () => {
    expect(check({}).findings[0]?.evidence).toBe('还不知道手机是什么系统。');
    expect(check({ osVersion: '4.4' })).toMatchObject({
      verdict: 'version-unknown',
      findings: [{ evidence: '系统版本是 4.4，还不知道是哪种系统。' }],
    });
  });
});

describe('the entry it rests on', () => {
  it.each([
    [2, 2],
    [1, 1],
    [10, 1],
    [undefined, 1],
  ])('from entry %s is %i', (entry, rests) => {
    expect(check({ platform: 'android', osVersion: '4.4', entry }).findings[0]?.entry).toBe(rests);
  });
});

describe('what it asks', () => {
  it('asks for the system, then for the version of an Android, then nothing', () => {
    expect(androidVersion.next({})).toBe('platform');
    expect(androidVersion.next({ platform: 'android' })).toBe('osVersion');
    expect(androidVersion.next({ platform: 'android', osVersion: '8.1' })).toBeUndefined();
    expect(androidVersion.next({ platform: 'android', atLeastAndroid5: false })).toBeUndefined();
    expect(androidVersion.next({ platform: 'ios' })).toBeUndefined();
    expect(androidVersion.next({ platform: 'harmony' })).toBeUndefined();
  });

  it('suggests what the browser says, and takes it for nothing more', () => {
    const { text } = questionFor(androidVersion, 'platform', { suggested: 'ios' });
    expect(text).toContain('您现在用的这台看着是苹果（iOS）');
    expect(questionFor(androidVersion, 'platform', { suggested: 'Windows' }).text).not.toContain('您现在用的这台');
    expect(androidVersion.next({ suggested: 'ios' })).toBe('platform');
  });

  it('offers choices and tells where to look', () => {
    const asked = (field: string) => questionFor(androidVersion, field, {});
    expect(asked('platform').choices.map(({ label, means }) => [label, means])).toEqual([
      ['安卓', { platform: 'android' }],
      ['苹果（iOS）', { platform: 'ios' }],
      ['鸿蒙', { platform: 'harmony' }],
    ]);
    expect(asked('osVersion').choices.map(({ label, means }) => [label, means])).toEqual([
      [FROM_5, { atLeastAndroid5: true }],
      [BELOW_5, { atLeastAndroid5: false }],
    ]);
    expect(asked('osVersion').help).toContain('设置 > 关于手机');
  });
});
