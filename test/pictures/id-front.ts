import { person } from './fictional.ts';
import { paragraph, render, text } from './render.ts';

/** What stands on the side with the portrait; what is left out is a fictional person's. */
export interface IdFront {
  readonly seed?: number;
  readonly name?: string;
  readonly number?: string;
  readonly address?: string;
  /** Pixels; the card is 1.586 times as wide as high (ISO/IEC 7810 ID-1). */
  readonly width?: number;
}

/** A drawn identity card of a fictional person, the side with portrait and number, filling its picture. */
export async function idFront(options: IdFront = {}): Promise<Buffer> {
  const { seed = 1, width = 1024 } = options;
  const someone = person(seed);
  const { name = someone.name, number = someone.number, address = someone.address } = options;
  const [year = '', month = '', day = ''] = someone.birth.split('-');
  const label = { size: 26, fill: '#2f7fb5' } as const;
  const value = { size: 33 } as const;
  return await render(
    [
      idGround('#eaf1f4', '#cfe0ea', '#e8dfe6'),
      text(70, 106, '姓 名', label),
      text(170, 108, name, { size: 38 }),
      text(70, 180, '性 别', label),
      text(170, 182, someone.sex, value),
      text(290, 180, '民 族', label),
      text(390, 182, '汉', value),
      text(70, 254, '出 生', label),
      text(170, 256, year, value),
      text(258, 254, '年', label),
      text(312, 256, String(Number(month)), value),
      text(360, 254, '月', label),
      text(414, 256, String(Number(day)), value),
      text(462, 254, '日', label),
      text(70, 330, '住 址', label),
      paragraph(170, 332, address, 13, value, 1.45),
      text(70, 566, '公民身份号码', label),
      text(310, 570, number, { size: 42, weight: 700, spacing: 5 }),
      portrait(690, 80, seed),
    ].join(''),
    1024,
    646,
    width / 1024,
  );
}

/** The pale ground of a card, with its wavy lines. */
export function idGround(light: string, wave: string, other: string): string {
  const lines = Array.from({ length: 24 }, (_, row) => {
    const y = row * 28;
    return `<path d="M0 ${y} Q 256 ${y - 34} 512 ${y} T 1024 ${y}" stroke="${row % 2 ? wave : other}" fill="none" stroke-width="2"/>`;
  });
  return `<rect width="1024" height="646" rx="36" fill="${light}"/>${lines.join('')}`;
}

/** Head and shoulders, 260 × 320. */
export function portrait(x: number, y: number, seed: number): string {
  const skin = ['#e9c2a0', '#d9a985', '#f0cfb2'][seed % 3];
  return `<g transform="translate(${x} ${y})"><rect width="260" height="330" fill="#f7f7f7"/><path d="M10 330 Q 20 235 130 230 Q 240 235 250 330 Z" fill="#35405a"/><ellipse cx="130" cy="120" rx="80" ry="96" fill="#241c18"/><ellipse cx="130" cy="140" rx="68" ry="88" fill="${skin}"/><ellipse cx="103" cy="128" rx="9" ry="5" fill="#222"/><ellipse cx="157" cy="128" rx="9" ry="5" fill="#222"/><path d="M105 188 Q 130 200 155 188" stroke="#9a4a44" stroke-width="5" fill="none"/></g>`;
}
