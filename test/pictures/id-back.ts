import { person } from './fictional.ts';
import { idGround } from './id-front.ts';
import { render, text } from './render.ts';

/** What stands on the side with the emblem; what is left out is a fictional person's. */
export interface IdBack {
  readonly seed?: number;
  /** `2011.05.03` */
  readonly from?: string;
  /** `2031.05.03` or `长期` */
  readonly to?: string;
  readonly authority?: string;
  readonly width?: number;
}

/** A drawn identity card, the side with emblem and term, filling its picture. */
export async function idBack(options: IdBack = {}): Promise<Buffer> {
  const { seed = 1, width = 1024 } = options;
  const someone = person(seed);
  const { from = someone.from, to = someone.to, authority = someone.authority } = options;
  return await render(
    [
      idGround('#f0efe8', '#d4e2e4', '#ead9dd'),
      emblem(160, 160, 92),
      text(310, 150, '中华人民共和国', { size: 58, weight: 700, spacing: 18 }),
      text(310, 262, '居 民 身 份 证', { size: 78, weight: 700, spacing: 8 }),
      text(230, 490, '签发机关', { size: 28, weight: 700, spacing: 2 }),
      text(380, 492, authority, { size: 33 }),
      text(230, 566, '有效期限', { size: 28, weight: 700, spacing: 2 }),
      text(380, 568, `${from}-${to}`, { size: 33 }),
    ].join(''),
    1024,
    646,
    width / 1024,
  );
}

/** A red disc with a star: no state's emblem. */
export function emblem(x: number, y: number, radius: number): string {
  const star = Array.from({ length: 10 }, (_, at) => {
    const [angle, length] = [(at * Math.PI) / 5 - Math.PI / 2, radius * (at % 2 ? 0.24 : 0.62)];
    return `${(x + Math.cos(angle) * length).toFixed(1)},${(y + Math.sin(angle) * length).toFixed(1)}`;
  });
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#c8332b"/><circle cx="${x}" cy="${y}" r="${radius * 0.86}" fill="none" stroke="#e8b64c" stroke-width="5"/><polygon points="${star.join(' ')}" fill="#e8b64c"/>`;
}
