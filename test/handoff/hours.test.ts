import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hours, isOpen, knowsHolidaysOf, nextOpening, type Range } from '../../src/handoff/hours.ts';

const day: readonly Range[] = [{ from: '09:00', to: '18:00' }];
const office: Hours = { weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: true, exceptions: [] };
const plain: Hours = { ...office, holidays: false };

/** A moment in China. */
const china = (at: string): string => new Date(`${at.replace(' ', 'T')}:00+08:00`).toISOString();
const open = (hours: Hours | undefined, at: string): boolean => isOpen(hours, china(at));
const next = (hours: Hours | undefined, at: string) => nextOpening(hours, china(at));

describe('the hours', () => {
  it('are always where none are set', () => {
    expect(open(undefined, '2026-02-17 03:00')).toBe(true);
    expect(next(undefined, '2026-02-17 03:00')).toBe(china('2026-02-17 03:00'));
  });

  it('hold from their first minute to before their last, in China', () => {
    const times = ['08:59', '09:00', '17:59', '18:00'].map((time) => open(office, `2026-03-09 ${time}`));
    expect(times).toEqual([false, true, true, false]);
    expect(isOpen(office, '2026-03-08T23:59:59.999Z')).toBe(false);
    expect(isOpen(office, '2026-03-09T01:00:00Z')).toBe(true);
    expect(isOpen(office, '2026-03-09T09:59:59.999Z')).toBe(true);
  });

  it('know the weekday of China, where it is tomorrow already', () => {
    const sunday: Hours = { weekly: { 7: [{ from: '00:00', to: '24:00' }] }, holidays: false, exceptions: [] };
    expect(isOpen(sunday, '2026-03-07T16:00:00Z')).toBe(true);
    expect(isOpen(sunday, '2026-03-08T15:59:59Z')).toBe(true);
    expect(isOpen(sunday, '2026-03-08T16:00:00Z')).toBe(false);
  });

  it('go on past midnight where they say so, on the day on which they began', () => {
    const late: Hours = { weekly: { 5: [{ from: '22:00', to: '02:00' }] }, holidays: false, exceptions: [] };
    const times = ['2026-03-13 21:59', '2026-03-13 22:00', '2026-03-14 01:59', '2026-03-14 02:00', '2026-03-13 01:00'];
    expect(times.map((at) => open(late, at))).toEqual([false, true, true, false, false]);
    expect(next(late, '2026-03-14 02:00')).toBe(china('2026-03-20 22:00'));
  });

  it('can be all day: to 24:00, or to where they began', () => {
    for (const to of ['24:00', '00:00']) {
      const all: Hours = { weekly: { 1: [{ from: '00:00', to }] }, holidays: false, exceptions: [] };
      expect([open(all, '2026-03-09 00:00'), open(all, '2026-03-09 23:59'), open(all, '2026-03-10 00:00')]).toEqual([
        true,
        true,
        false,
      ]);
    }
  });

  it('can pause', () => {
    const pausing = {
      ...office,
      weekly: {
        1: [
          { from: '09:00', to: '12:00' },
          { from: '13:30', to: '18:00' },
        ],
      },
    };
    expect(open(pausing, '2026-03-09 12:00')).toBe(false);
    expect(next(pausing, '2026-03-09 12:00')).toBe(china('2026-03-09 13:30'));
  });
});

describe('holidays', () => {
  it('are off: the Spring Festival of 2026, 15 to 23 February', () => {
    for (let date = 15; date <= 23; date++) expect(open(office, `2026-02-${date} 10:00`)).toBe(false);
    expect(open(office, '2026-02-24 10:00')).toBe(true);
    expect(open(plain, '2026-02-17 10:00')).toBe(true);
  });

  it('are worked for on weekend days: all of 2026', () => {
    const worked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
    const weekends = Array.from({ length: 365 }, (_, nth) => new Date(Date.UTC(2026, 0, 1 + nth)))
      .filter((date) => date.getUTCDay() % 6 === 0)
      .map((date) => date.toISOString().slice(0, 10));
    expect(weekends.filter((date) => open(office, `${date} 10:00`))).toEqual(worked);
    expect(weekends.filter((date) => open(plain, `${date} 10:00`))).toEqual([]);
  });

  it('close exactly the weekdays that the package calls holidays', () => {
    const days = Array.from({ length: 365 }, (_, nth) =>
      new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10),
    );
    for (const date of days) expect(open(office, `${date} 10:00`), date).toBe(chineseDays.isWorkday(date));
  });

  it('lend a worked Saturday the hours of Friday, and a worked Sunday those of Monday', () => {
    const uneven: Hours = {
      weekly: {
        1: [{ from: '10:00', to: '18:00' }],
        2: day,
        3: day,
        4: day,
        5: [{ from: '09:00', to: '16:00' }],
        6: [{ from: '20:00', to: '21:00' }],
      },
      holidays: true,
      exceptions: [],
    };
    expect(['09:00', '15:59', '16:00', '20:00'].map((time) => open(uneven, `2026-02-28 ${time}`))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(['09:59', '10:00', '17:59'].map((time) => open(uneven, `2026-09-20 ${time}`))).toEqual([false, true, true]);
    expect(open(uneven, '2026-03-07 20:00')).toBe(true);
  });

  it('do not cut short what began on the day before', () => {
    const late: Hours = {
      weekly: { 4: [{ from: '22:00', to: '02:00' }], 5: [{ from: '22:00', to: '02:00' }] },
      holidays: true,
      exceptions: [],
    };
    expect(open(late, '2026-05-01 01:00')).toBe(true);
    expect(open(late, '2026-05-02 01:00')).toBe(false);
  });

  it('are known for the years that were announced', () => {
    expect([2003, 2004, 2025, 2026, 2027, 2099].map(knowsHolidaysOf)).toEqual([false, true, true, true, false, false]);
  });

  it('are none in a year that is not known: the plain week holds', () => {
    expect(knowsHolidaysOf(2099)).toBe(false);
    expect(open(office, '2099-10-01 10:00')).toBe(true);
    expect(open(office, '2099-10-03 10:00')).toBe(false);
  });
});

describe('exceptions', () => {
  const special: Hours = {
    ...office,
    exceptions: [
      { date: '2026-02-17', ranges: [{ from: '10:00', to: '12:00' }] },
      { date: '2026-02-14', ranges: [] },
    ],
  };

  it('go before holidays and before worked weekends', () => {
    expect(open(special, '2026-02-17 11:00')).toBe(true);
    expect(open(special, '2026-02-17 13:00')).toBe(false);
    expect(open(special, '2026-02-14 11:00')).toBe(false);
  });
});

describe('the next opening', () => {
  it('is now where the desk is open', () => {
    expect(next(office, '2026-03-09 10:30')).toBe(china('2026-03-09 10:30'));
  });

  it('passes over nights, weekends and holidays', () => {
    expect(next(office, '2026-03-09 18:00')).toBe(china('2026-03-10 09:00'));
    expect(next(office, '2026-03-09 03:00')).toBe(china('2026-03-09 09:00'));
    expect(next(office, '2026-03-13 18:00')).toBe(china('2026-03-16 09:00'));
    expect(next(office, '2026-02-14 18:00')).toBe(china('2026-02-24 09:00'));
    expect(next(office, '2026-02-13 18:00')).toBe(china('2026-02-14 09:00'));
  });

  it('is sought for 60 days', () => {
    const far = (date: string): Hours => ({ weekly: {}, holidays: false, exceptions: [{ date, ranges: day }] });
    expect(next(far('2026-05-08'), '2026-03-09 12:00')).toBe(china('2026-05-08 09:00'));
    expect(next(far('2026-05-09'), '2026-03-09 12:00')).toBeUndefined();
    expect(next({ weekly: {}, holidays: true, exceptions: [] }, '2026-03-09 12:00')).toBeUndefined();
  });

  it('is the first open minute, whatever the hours', () => {
    const time = fc
      .tuple(fc.nat(23), fc.constantFrom('00', '30'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const ranges = fc.array(fc.record({ from: time, to: time }), { maxLength: 2 });
    const weekly = fc.record({ 1: ranges, 3: ranges, 6: ranges, 7: ranges }, { requiredKeys: [] });
    const halfHours = fc.nat(365 * 48);
    fc.assert(
      fc.property(weekly, fc.boolean(), halfHours, (week, holidays, at) => {
        const hours: Hours = { weekly: week, holidays, exceptions: [] };
        const moments = Array.from({ length: 48 * 9 }, (_, nth) =>
          new Date(Date.UTC(2026, 0, 1) + (at + nth) * 1_800_000).toISOString(),
        );
        const first = moments.find((moment) => isOpen(hours, moment));
        const found = nextOpening(hours, moments[0] as string);
        if (first !== undefined) expect(found).toBe(first);
        else if (found !== undefined) expect(found > (moments.at(-1) as string)).toBe(true);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
