import { render, text } from './render.ts';

/** What a phone's screen shows. */
export interface Screenshot {
  /** The words of the dialog, toast or list, broken into lines as the phone breaks them. */
  readonly lines: readonly string[];
  readonly kind: 'error' | 'about' | 'update' | 'other';
  /** A dialog in the middle, a toast below it, or plain text on the page. */
  readonly shape?: 'dialog' | 'toast' | 'page';
  readonly dark?: boolean;
  readonly title?: string;
  /** Pixels; the screen is 1080 : 2340. */
  readonly width?: number;
}

const TITLES = { error: '上传资料', about: '关于', update: '设置', other: '消息' } as const;

/** A drawn screenshot of a phone, portrait. */
export async function screenshot(options: Screenshot): Promise<Buffer> {
  const { lines, kind, dark = false, width = 1080 } = options;
  const { shape = kind === 'error' ? 'dialog' : 'page', title = TITLES[kind] } = options;
  const ink = dark ? '#e6e6e6' : '#1f1f1f';
  const weak = dark ? '#8a8a8a' : '#8c8c8c';
  const plate = dark ? '#2b2b2e' : '#ffffff';
  return await render(
    [
      `<rect width="1080" height="2340" fill="${dark ? '#141416' : '#f3f4f6'}"/>`,
      text(60, 66, '9:41', { size: 40, fill: ink, weight: 700 }),
      text(1020, 66, '5G  86%', { size: 36, fill: ink, anchor: 'end' }),
      `<rect y="96" width="1080" height="130" fill="${plate}"/>`,
      text(54, 180, '‹', { size: 70, fill: ink }),
      text(540, 178, title, { size: 48, fill: ink, weight: 700, anchor: 'middle' }),
      kind === 'error' ? slots(plate, ink, weak) : '',
      kind === 'about' ? logo(ink) : '',
      shape === 'dialog' ? dialog(lines, plate, ink) : '',
      shape === 'toast' ? toast(lines) : '',
      shape === 'page' ? list(lines, kind === 'about' ? 820 : 300, plate, ink) : '',
      `<rect x="390" y="2310" width="300" height="10" rx="5" fill="${ink}"/>`,
    ].join(''),
    1080,
    2340,
    width / 1080,
  );
}

function slots(plate: string, ink: string, weak: string): string {
  return ['身份证正面', '身份证反面', '营业执照', '核验照片']
    .map((label, row) => {
      const y = 270 + row * 330;
      return `<rect x="40" y="${y}" width="1000" height="290" rx="20" fill="${plate}"/>${text(80, y + 74, label, { size: 42, fill: ink })}${text(80, y + 134, '请上传清晰完整的照片', { size: 32, fill: weak })}<rect x="740" y="${y + 50}" width="260" height="190" rx="12" fill="none" stroke="${weak}" stroke-width="3" stroke-dasharray="12 8"/>`;
    })
    .join('');
}

function logo(ink: string): string {
  return `<rect x="430" y="320" width="220" height="220" rx="48" fill="#ff6a00"/>${text(540, 640, '阿里云', { size: 54, fill: ink, anchor: 'middle', weight: 700 })}`;
}

function dialog(lines: readonly string[], plate: string, ink: string): string {
  const height = 330 + lines.length * 64;
  const top = 1170 - height / 2;
  return [
    '<rect width="1080" height="2340" fill="#000" opacity="0.5"/>',
    `<rect x="130" y="${top}" width="820" height="${height}" rx="32" fill="${plate}"/>`,
    text(540, top + 96, '提示', { size: 48, fill: ink, weight: 700, anchor: 'middle' }),
    ...lines.map((line, row) => text(540, top + 176 + row * 64, line, { size: 42, fill: ink, anchor: 'middle' })),
    text(540, top + height - 44, '确定', { size: 46, fill: '#1677ff', anchor: 'middle' }),
  ].join('');
}

function toast(lines: readonly string[]): string {
  const height = 60 + lines.length * 60;
  return `<rect x="190" y="1500" width="700" height="${height}" rx="24" fill="#333" opacity="0.92"/>${lines
    .map((line, row) => text(540, 1566 + row * 60, line, { size: 40, fill: '#fff', anchor: 'middle' }))
    .join('')}`;
}

function list(lines: readonly string[], top: number, plate: string, ink: string): string {
  return lines
    .map((line, row) => {
      const y = top + row * 130;
      const [label = '', value] = line.split('\t');
      return `<rect y="${y}" width="1080" height="126" fill="${plate}"/>${text(54, y + 78, label, { size: 42, fill: ink })}${value === undefined ? '' : text(1026, y + 78, value, { size: 40, fill: '#8c8c8c', anchor: 'end' })}`;
    })
    .join('');
}
