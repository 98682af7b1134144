import { render, text } from './render.ts';

/** Words with which a phone titles a dialog. */
const DIALOG = /^(?:.{0,4}提示|提交失败|核验失败)$/u;

/**
 * A phone's screen that shows the lines given and no other word: a dialog on a
 * dimmed page where its title says so, else a page, line below line.
 */
export async function plainScreen(lines: readonly string[]): Promise<Buffer> {
  const isDialog = lines.slice(0, 2).some((line) => DIALOG.test(line));
  return await render(isDialog ? dialog(lines) : page(lines), 1080, 2340);
}

function dialog(lines: readonly string[]): string {
  const clock = /^\d{1,2}:\d{2}$/.test(lines[0] ?? '') ? lines[0] : undefined;
  const own = clock === undefined ? lines : lines.slice(1);
  const height = 140 + own.length * 90;
  const top = 1170 - height / 2;
  return [
    '<rect width="1080" height="2340" fill="#7a7a7c"/>',
    clock === undefined ? '' : text(60, 66, clock, { size: 40, fill: '#1f1f1f', weight: 700 }),
    `<rect x="40" y="${top}" width="1000" height="${height}" rx="32" fill="#ffffff"/>`,
    ...own.map((line, row) =>
      text(540, top + 110 + row * 90, line, { size: 42, fill: row ? '#333' : '#111', anchor: 'middle' }),
    ),
  ].join('');
}

function page(lines: readonly string[]): string {
  return [
    '<rect width="1080" height="2340" fill="#f3f4f6"/>',
    ...lines.flatMap((line, row) => [
      `<rect y="${160 + row * 130}" width="1080" height="126" fill="#ffffff"/>`,
      text(54, 238 + row * 130, line, { size: 42, fill: '#1f1f1f' }),
    ]),
  ].join('');
}
