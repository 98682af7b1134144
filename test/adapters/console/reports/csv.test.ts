import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../src/adapters/console/reports/csv.ts';

/** The one cell of a table without its byte order mark and line ends. */
const cell = (text: string) => csvOf({ head: [text], rows: [] }).slice(1, -2);

describe('a table as CSV', () => {
  it('has a byte order mark, and ends every row with CRLF', () => {
    expect(csvOf({ head: ['日期', '对话'], rows: [['2026-11-01', 3]] })).toBe('\uFEFF日期,对话\r\n2026-11-01,3\r\n');
  });

  it('leaves an empty cell for what is not known', () => {
    expect(csvOf({ head: ['a', 'b', 'c'], rows: [[null, 0, null]] })).toBe('\uFEFFa,b,c\r\n,0,\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ['一\n二', '"一\n二"'],
    ['一\r二', '"一\r二"'],
  ])('quotes %j', (text, written) => {
    expect(cell(text)).toBe(written);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('lets no spreadsheet calculate %j', (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  it('marks a formula also where it has to be quoted', () => {
    expect(cell('=HYPERLINK("http://a","b")')).toBe(`"'=HYPERLINK(""http://a"",""b"")"`);
    expect(cell('\r=1')).toBe(`"'\r=1"`);
  });

  it('masks numbers that name a person', () => {
    expect(cell('13900000000')).toBe('139****0000');
  });
});
