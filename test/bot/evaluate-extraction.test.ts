import { describe, expect, it } from 'vitest';
import { Extract, evaluateExtraction, extractionShares } from '../../src/bot/evaluate-extraction.ts';
import type { Facts } from '../../src/bot/facts.ts';

const nothing = { platform: null, os_version: null, app_version: null, province: null } as const;
const judge = (wanted: Partial<Extract>, facts: Facts) =>
  evaluateExtraction(() => facts, [{ q: '', ...nothing, ...wanted }])[0]?.misheard;

describe('an evaluation of what is heard', () => {
  it('takes what was wanted for right', () => {
    const wanted = { platform: 'android', os_version: '4.4.2', app_version: '6.7.0', province: '广东' } as const;
    const facts: Facts = { platform: 'android', osVersion: '4.4.2', appVersion: '6.7.0', province: '广东' };
    expect(judge(wanted, facts)).toEqual([]);
    expect(judge({}, {})).toEqual([]);
  });

  it('asks nothing of other facts', () => {
    expect(judge({}, { appUpToDate: true, inPerson: false, entry: 3 })).toEqual([]);
  });

  it.each<[wanted: string, got: string]>([
    ['5', '5.0'],
    ['5.0', '5'],
    ['6.10', '6.10.0.0'],
    ['6.8', '6.08'],
  ])('takes %s for the same version as %s', (wanted, got) => {
    expect(judge({ os_version: wanted }, { osVersion: got })).toEqual([]);
    expect(judge({ app_version: wanted }, { appVersion: got })).toEqual([]);
  });

  it('tells other versions apart', () => {
    expect(judge({ os_version: '5.1' }, { osVersion: '5.10' })).toEqual([
      { field: 'osVersion', wanted: '5.1', got: '5.10' },
    ]);
  });

  it('tells what is missing, what is too much and what is something else', () => {
    expect(judge({ app_version: '6.7.0', province: '山西' }, { platform: 'ios', province: '陕西' })).toEqual([
      { field: 'platform', wanted: null, got: 'ios' },
      { field: 'appVersion', wanted: '6.7.0', got: null },
      { field: 'province', wanted: '山西', got: '陕西' },
    ]);
  });

  it('counts versions and places apart', () => {
    const facts: Readonly<Record<string, Facts>> = {
      right: { platform: 'ios', province: '广东' },
      'no province': { platform: 'ios' },
      'another phone': { platform: 'android', province: '广东' },
      'both wrong': {},
    };
    const items = Object.keys(facts).map((q): Extract => ({ ...nothing, q, platform: 'ios', province: '广东' }));
    const judged = evaluateExtraction((text) => facts[text] ?? {}, [...items, { ...nothing, q: 'nothing in it' }]);
    expect(extractionShares(judged)).toEqual({ versions: 3 / 5, places: 3 / 5 });
    expect(extractionShares([])).toEqual({ versions: Number.NaN, places: Number.NaN });
  });

  it('wants every fact of a line named, be it null', () => {
    expect(Extract.safeParse({ q: 'a', ...nothing }).success).toBe(true);
    expect(Extract.safeParse({ q: 'a', platform: null, os_version: null, app_version: null }).success).toBe(false);
    expect(Extract.safeParse({ q: 'a', ...nothing, platform: 'windows' }).success).toBe(false);
  });
});
