import { expect, it } from 'vitest';
import { type Reminded, remindersOf } from '../../../src/adapters/content/reminders.ts';

const NOW = new Date('2026-03-02T06:00:00.000Z');
const release = { version: '6.14.0', date: '2026-02-20', source: 'App Store' };
const fresh: Reminded = {
  entries: [{ number: 9, title: '负责人', dated: '2023-03-24', reviewed: '2025-09-03', defects: [] }],
  releases: { android: release, ios: release, harmony: release },
  links: [{ name: '授权书', url: 'https://x.cn/' }],
};
const entry = fresh.entries[0] as Reminded['entries'][number];

it('says nothing while all is fresh', () => {
  expect(remindersOf(fresh, NOW)).toEqual([]);
});

it('reminds of an entry 180 days after its last review, or its source', () => {
  const since = (reviewed: string | undefined) =>
    remindersOf({ ...fresh, entries: [{ ...entry, reviewed }] }, NOW).map(({ kind, since }) => [kind, since]);
  expect(since('2025-09-03')).toEqual([]);
  expect(since('2025-09-02')).toEqual([['entry', '2025-09-02']]);
  expect(since(undefined)).toEqual([['entry', '2023-03-24']]);
  expect(since('2020-01-01')).toEqual([['entry', '2023-03-24']]);
});

it('reminds of versions that are missing or older than 60 days, of places without address, and of faulty sources', () => {
  const due = remindersOf(
    {
      entries: [{ ...entry, defects: [{ why: '湖北写了两遍。' }] }],
      releases: { android: { ...release, date: '2025-12-31' }, ios: { ...release, date: '2026-01-01' } },
      links: [{ name: '授权书', url: null }],
    },
    NOW,
  );
  expect(due.map(({ kind, name, since }) => [kind, name, since])).toEqual([
    ['defect', '9', '2023-03-24'],
    ['release', 'android', '2025-12-31'],
    ['release', 'harmony', null],
    ['link', '授权书', null],
  ]);
  expect(due.every(({ text }) => /请/.test(text))).toBe(true);
});
