import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppReleases, appVersion, LISTED, NEWEST, NOT_LISTED, OLDER } from '../../src/diagnostics/app-version.ts';
import { questionFor } from '../../src/diagnostics/diagnostic.ts';

const check = (facts: Record<string, unknown>) => appVersion.run(appVersion.input.parse(facts));
const finding = (facts: Record<string, unknown>) => check(facts).findings[0];

describe('an APP that shows an update', () => {
  it('is updated in the App Store on iOS', () => {
    expect(check({ platform: 'ios', appUpToDate: false })).toMatchObject({
      verdict: 'update-needed',
      findings: [
        {
          severity: 'problem',
          retryable: true,
          advice: expect.stringMatching(/App Store 中单击“更新”.*更新列表.*阿里云APP/),
        },
      ],
    });
  });

  it('is updated under 我的 > 设置 on Android', () => {
    const advice = finding({ platform: 'android', appUpToDate: false })?.advice;
    expect(advice).toMatch(/我的 > 设置.*检查更新.*升级至最新版本/);
    expect(advice).not.toContain('App Store');
  });

  it('is told both ways where the system is unknown', () => {
    expect(finding({ appUpToDate: false })?.advice).toMatch(/App Store[\s\S]*我的 > 设置/);
  });

  it('is told no steps on HarmonyOS, for which the source has none', () => {
    const advice = finding({ platform: 'harmony', appUpToDate: false })?.advice;
    expect(advice).toContain('没有写鸿蒙');
    expect(advice).not.toMatch(/我的 >|单击/);
  });
});

describe('an APP that is the newest', () => {
  it('goes on to the after-sales service in entry 2', () => {
    expect(check({ platform: 'android', appUpToDate: true, entry: 2 })).toMatchObject({
      verdict: 'up-to-date',
      findings: [{ severity: 'ok', entry: 2, advice: expect.stringMatching(/无需再更新.*智能在线咨询阿里云售后/) }],
    });
  });

  it('has no further step in entry 1, so a person is offered', () => {
    const found = finding({ platform: 'ios', appUpToDate: true, entry: 1 });
    expect(found).toMatchObject({
      entry: 1,
      advice: expect.stringContaining('这一条没有写'),
      handoff: 'diagnostic_exhausted',
    });
    expect(found?.advice).not.toContain('售后');
  });

  it('needs nothing where no entry brought the person', () => {
    expect(finding({ appUpToDate: true })?.advice).toBe('无需再更新。');
  });
});

describe('numbers', () => {
  it('decide nothing without a newest version of the operator', () => {
    expect(check({ platform: 'android', appVersion: '6.1.0' }).verdict).toBe('version-unknown');
    expect(check({ platform: 'android', appVersion: '99.0.0' }).verdict).toBe('version-unknown');
    expect(check({ platform: 'android', newest: '6.13.0' }).verdict).toBe('version-unknown');
  });

  it.each([
    ['6.9.0', 'update-needed'],
    ['6.12.9', 'update-needed'],
    ['6.13', 'up-to-date'],
    ['6.13.0', 'up-to-date'],
    ['6.14.0', 'up-to-date'],
    ['10.0', 'up-to-date'],
  ])('of %s against 6.13.0 give %s', (own, verdict) => {
    const found = check({ platform: 'android', appVersion: own, newest: '6.13.0' });
    expect(found.verdict).toBe(verdict);
    expect(found.findings[0]?.evidence).toContain(own);
  });

  it('that are older outweigh "it is the newest", with a way out', () => {
    expect(check({ platform: 'ios', appUpToDate: true, appVersion: '6.1.0', newest: '6.13.0' })).toMatchObject({
      verdict: 'update-needed',
      findings: [{ evidence: '您的阿里云APP是 6.1.0，最新版本是 6.13.0。', advice: expect.stringContaining('转人工') }],
    });
  });

  it('never outweigh an update that the phone shows', () => {
    const found = check({ platform: 'ios', appUpToDate: false, appVersion: '6.13.0', newest: '6.13.0' });
    expect(found.verdict).toBe('update-needed');
    expect(found.findings[0]?.evidence).toBe('您的阿里云APP还不是最新版本。');
  });
});

describe('an APP of which nothing is known', () => {
  it('is looked up where the entry says', () => {
    expect(finding({ platform: 'ios' })).toMatchObject({ verdict: 'version-unknown', severity: 'notice' });
    expect(finding({ platform: 'ios' })?.advice).toContain('App Store');
    expect(finding({ platform: 'android' })?.advice).toContain('我的 > 设置');
    expect(finding({ platform: 'harmony' })?.advice).toContain('没有写鸿蒙');
    expect(finding({})?.advice).toMatch(/App Store[\s\S]*我的 > 设置/);
  });
});

describe('what it asks', () => {
  it('asks for the system, then for what the phone shows, and nothing that decides nothing', () => {
    expect(appVersion.next({})).toBe('platform');
    expect(appVersion.next({ platform: 'ios' })).toBe('appUpToDate');
    expect(appVersion.next({ appUpToDate: false })).toBe('platform');
    expect(appVersion.next({ appUpToDate: true })).toBeUndefined();
    expect(appVersion.next({ platform: 'ios', appUpToDate: false })).toBeUndefined();
    expect(appVersion.next({ platform: 'ios', appVersion: '6.1', newest: '6.2' })).toBeUndefined();
  });

  it('offers choices and both ways to look', () => {
    const asked = (platform?: 'ios' | 'android') => questionFor(appVersion, 'appUpToDate', { platform });
    const labels = (platform?: 'ios' | 'android') => asked(platform).choices.map(({ label }) => label);
    expect([labels(), labels('android')]).toEqual([
      [NEWEST, OLDER],
      [NEWEST, OLDER],
    ]);
    expect(labels('ios')).toEqual([NOT_LISTED, LISTED]);
    expect(asked().choices.map(({ means }) => means)).toEqual([{ appUpToDate: true }, { appUpToDate: false }]);
    expect(asked().help).toMatch(/App Store[\s\S]*检查更新/);
    expect(asked('ios').text).toContain('App Store');
    expect(asked('android').text).toContain('我的 > 设置');
  });
});

describe('the releases of the operator', () => {
  it('ship empty', () => {
    const shipped = AppReleases.parse(JSON.parse(readFileSync('data/rules/app-releases.json', 'utf8')));
    expect(shipped.releases).toEqual({});
  });

  it('take a version, its date and where it was read', () => {
    const android = { version: '6.13.0', date: '2023-03-24', source: '应用商店' };
    expect(AppReleases.parse({ note: '', releases: { android } }).releases.android?.version).toBe('6.13.0');
  });

  it.each([
    { android: { version: '最新', date: '2023-03-24', source: '应用商店' } },
    { android: { version: '6.13.0', date: '昨天', source: '应用商店' } },
    { android: { version: '6.13.0', date: '2023-03-24' } },
    { symbian: { version: '6.13.0', date: '2023-03-24', source: '应用商店' } },
  ])('refuse %j', (releases) => {
    expect(AppReleases.safeParse({ note: '', releases }).success).toBe(false);
  });
});
