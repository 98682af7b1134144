import { company } from './fictional.ts';
import { emblem } from './id-back.ts';
import { paragraph, render, text } from './render.ts';

/** What stands on a licence; what is left out is a fictional company's. */
export interface BusinessLicence {
  readonly seed?: number;
  readonly name?: string;
  readonly creditCode?: string;
  /** `2015年05月03日` */
  readonly from?: string;
  /** `2035年05月02日` or `长期` */
  readonly to?: string;
  readonly width?: number;
}

const SERIF = 'Noto Serif CJK SC';

/** A drawn 营业执照（副本） of a fictional company, landscape, filling its picture. */
export async function businessLicence(options: BusinessLicence = {}): Promise<Buffer> {
  const { seed = 1, width = 1400, from = '2015年05月03日', to = '长期' } = options;
  const someone = company(seed);
  const { name = someone.name, creditCode = someone.creditCode } = options;
  const rows: readonly (readonly [string, string])[] = [
    ['名　　称', name],
    ['类　　型', '有限责任公司（自然人独资）'],
    ['法定代表人', someone.head],
    ['经营范围', '一般项目：软件开发；技术服务；广告设计。'],
  ];
  const right: readonly (readonly [string, string])[] = [
    ['注册资本', '壹佰万元整'],
    ['成立日期', from],
    ['营业期限', `${from}至${to}`],
    ['住　　所', someone.address],
  ];
  return await render(
    [
      '<rect width="1400" height="990" fill="#fdfbf3"/>',
      '<rect x="36" y="36" width="1328" height="918" fill="none" stroke="#c9a24b" stroke-width="18"/>',
      '<rect x="62" y="62" width="1276" height="866" fill="none" stroke="#c9a24b" stroke-width="4"/>',
      emblem(700, 150, 66),
      text(700, 320, '营业执照', { size: 92, weight: 700, anchor: 'middle', spacing: 30, font: SERIF }),
      text(700, 376, '（副　本）', { size: 34, anchor: 'middle', font: SERIF }),
      text(110, 160, '统一社会信用代码', { size: 26 }),
      text(110, 204, creditCode, { size: 30, weight: 700, spacing: 2 }),
      ...rows.map(([label, value], row) => field(110, 460 + row * 84, label, value)),
      ...right.map(([label, value], row) => field(740, 460 + row * 84, label, value)),
      text(900, 846, '登记机关', { size: 28, font: SERIF }),
      seal(1130, 820, 84, '市场监督管理局'),
      text(1010, 916, `${from.slice(0, 4)} 年 ${from.slice(5, 7)} 月 ${from.slice(8, 10)} 日`, { size: 26 }),
    ].join(''),
    1400,
    990,
    width / 1400,
  );
}

function field(x: number, y: number, label: string, value: string): string {
  return (
    text(x, y, label, { size: 26, fill: '#6b5a2a', font: SERIF }) +
    paragraph(x + 170, y, value, 15, { size: 27, font: SERIF }, 1.35)
  );
}

/** A round red seal. */
export function seal(x: number, y: number, radius: number, words: string): string {
  return `<g opacity="0.75"><circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#d22" stroke-width="5"/>${text(x, y + 8, words, { size: radius / 4, fill: '#d22', anchor: 'middle' })}</g>`;
}
