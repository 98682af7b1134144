import { expect, it, vi } from 'vitest';
import { isOpen, nextOpening } from '../../src/handoff/hours.ts';

vi.hoisted(() => {
  process.env.TZ = 'America/New_York';
});

const day = [{ from: '09:00', to: '18:00' }];
const office = { weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: true, exceptions: [] };

it('keeps the hours of China where the machine’s clock is of another place, that has summer time', () => {
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(300);
  const noon = (date: string) => isOpen(office, `${date}T04:00:00Z`);
  expect(['2026-02-14', '2026-02-28', '2026-09-20', '2026-02-24', '2026-03-09'].map(noon)).toEqual(Array(5).fill(true));
  expect(['2026-02-15', '2026-02-23', '2026-03-07', '2026-03-08', '2026-10-01'].map(noon)).toEqual(
    Array(5).fill(false),
  );
  expect(nextOpening(office, '2026-02-14T10:00:00Z')).toBe('2026-02-24T01:00:00.000Z');
});
