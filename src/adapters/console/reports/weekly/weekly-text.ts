import { plain } from '../../../../text/markdown.ts';
import { mask } from '../../../../text/mask.ts';
import type { Cell, Table } from '../csv.ts';
import type { Weekly } from './weekly-schema.ts';
import { type WeeklySection, weeklySections } from './weekly-sections.ts';

/** The report as Markdown; what people said is masked once more, and no mark of Markdown in it counts. */
export function weeklyMarkdown(weekly: Weekly): string {
  return [`# ${titleOf(weekly)}`, ...headOf(weekly), ...weeklySections(weekly).map(markdownOf)]
    .join('\n\n')
    .concat('\n');
}

function markdownOf({ title, note, table, list = [], empty }: WeeklySection): string {
  const items = list.flatMap(({ text, under }) => [`- ${safe(text)}`, ...under.map((one) => `  - ${safe(one)}`)]);
  const parts = [...(list.length > 0 ? [items.join('\n')] : []), ...(table?.rows.length ? [markdownTable(table)] : [])];
  return [`## ${title}`, note, ...(parts.length > 0 ? parts : [empty])].join('\n\n');
}

function markdownTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (rows.every((row) => typeof row[at] === 'number') ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map((row) => line(row.map((cell) => safe(shown(cell)))))].join('\n');
}

/** The report for a terminal. */
export function weeklyLines(weekly: Weekly): readonly string[] {
  const sections = weeklySections(weekly).flatMap(({ title, note, table, list = [], empty }) => {
    const items = list.flatMap(({ text, under }) => [`  ${tidy(text)}`, ...under.map((one) => `      · ${tidy(one)}`)]);
    const rows = table?.rows.length ? textTable(table) : [];
    const parts = [...items, ...rows];
    return ['', `【${title}】`, `  ${note}`, ...(parts.length > 0 ? parts : [`  ${empty}`])];
  });
  return [titleOf(weekly), ...headOf(weekly), ...sections];
}

function textTable({ head, rows }: Table): readonly string[] {
  const all = [head, ...rows.map((row) => row.map((cell) => tidy(shown(cell))))];
  const widths = head.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))));
  return all.map((row) => `  ${row.map((cell, at) => padded(cell, widths[at] ?? 0, at, rows)).join('  ')}`.trimEnd());
}

/** Numbers to the right, words to the left. */
function padded(cell: string, width: number, at: number, rows: Table['rows']): string {
  const space = ' '.repeat(width - widthOf(cell));
  return rows.every((row) => typeof row[at] === 'number') ? space + cell : cell + space;
}

/** Columns of a terminal: Chinese signs take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\uFFE6]/.test(sign) ? 2 : 1), 0);
}

function titleOf({ week, from, to }: Weekly): string {
  return `周报 ${week}（${from} 至 ${to}）`;
}

function headOf({ before, over }: Weekly): readonly string[] {
  const compared = `与前一周（${before.from} 至 ${before.to}）相比。`;
  return [over ? compared : `${compared}这一周还没过完，数字会继续增加。`];
}

function shown(cell: Cell): string {
  return cell === null ? '' : String(cell);
}

function safe(text: string): string {
  return plain(mask(text));
}

/** On one line, and nothing in it speaks to the terminal. */
function tidy(text: string): string {
  return mask(text)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
