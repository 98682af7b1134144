import { describe, expect, it } from 'vitest';
import { type Hours, sayHours } from '../../src/handoff/hours.ts';

const range = (from: string, to: string) => ({ from, to });
const day = [range('09:00', '18:00')];
const office = { 1: day, 2: day, 3: day, 4: day, 5: day };
const said = (weekly: Hours['weekly'], holidays = false) => sayHours({ weekly, holidays, exceptions: [] });

describe('the hours in words', () => {
  it('say a week as people do', () => {
    expect(said(office, true)).toBe('周一至周五 9:00–18:00，法定节假日休息，调休上班日照常');
    expect(said(office)).toBe('周一至周五 9:00–18:00');
    expect(said({ ...office, 6: day, 7: day })).toBe('每天 9:00–18:00');
    expect(said({ 6: day, 7: day })).toBe('周六、周日 9:00–18:00');
    expect(said({ 1: day, 2: day, 3: day, 5: day })).toBe('周一至周三、周五 9:00–18:00');
    expect(said({ ...office, 5: [range('09:00', '16:30')] })).toBe('周一至周四 9:00–18:00，周五 9:00–16:30');
  });

  it('say pauses, nights and whole days', () => {
    expect(said({ 1: [range('09:00', '12:00'), range('13:30', '18:00')] })).toBe('周一 9:00–12:00、13:30–18:00');
    expect(said({ 1: [range('22:00', '02:00')] })).toBe('周一 22:00–次日2:00');
    expect(said({ 1: [range('09:00', '24:00')] })).toBe('周一 9:00–24:00');
    expect(said({ 1: [range('00:00', '24:00')], 2: [range('00:00', '00:00')] })).toBe('周一、周二 全天');
    expect(said({ 1: [range('00:30', '9:00')] })).toBe('周一 0:30–9:00');
  });

  it('say whose hours a worked weekend has, where the weekend has its own', () => {
    expect(said({ ...office, 6: [range('10:00', '12:00')] }, true)).toBe(
      '周一至周五 9:00–18:00，周六 10:00–12:00，法定节假日休息，调休上班日同周一至周五',
    );
    expect(said({ ...office, 6: day, 7: day }, true)).toBe('每天 9:00–18:00，法定节假日休息，调休上班日照常');
  });

  it('say so where there are none', () => {
    expect(said({}, true)).toBe('没有固定的服务时间');
    expect(said({ 1: [] })).toBe('没有固定的服务时间');
  });

  it('say the exceptions of the next two weeks, where the day is known', () => {
    const exceptions = [
      { date: '2026-03-21', ranges: [range('10:00', '12:00')] },
      { date: '2026-03-10', ranges: [] },
      { date: '2026-03-11', ranges: [] },
      { date: '2026-03-12', ranges: [] },
      { date: '2026-03-08', ranges: [] },
      { date: '2026-03-24', ranges: [] },
    ];
    const hours: Hours = { weekly: office, holidays: false, exceptions };
    expect(sayHours(hours)).toBe('周一至周五 9:00–18:00');
    expect(sayHours(hours, '2026-03-08T16:00:00Z')).toBe(
      '周一至周五 9:00–18:00，3月10日至3月12日休息，3月21日 10:00–12:00',
    );
  });
});
