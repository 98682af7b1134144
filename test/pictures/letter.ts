import { seal } from './business-licence.ts';
import { company, person } from './fictional.ts';
import { paragraph, render, text } from './render.ts';

/** What stands in a letter; what is left out is a fictional company's. */
export interface Letter {
  readonly seed?: number;
  readonly title?: '授权书' | '网站备案授权书' | '授权委托书' | '承诺书';
  readonly width?: number;
}

/** A drawn letter of authority on white paper, portrait, filling its picture. */
export async function letter(options: Letter = {}): Promise<Buffer> {
  const { seed = 1, title = '授权书', width = 1000 } = options;
  const { name, domain } = company(seed);
  const { name: agent, number } = person(seed);
  const words =
    title === '承诺书'
      ? `本单位${name}承诺所提交的网站备案信息真实、准确、完整，如有虚假，愿承担由此产生的一切责任。`
      : `兹授权我单位工作人员${agent}（身份证号码：${number}）作为网站负责人，全权办理域名${domain}的网站备案事宜，由此产生的责任由我单位承担。`;
  return await render(
    [
      '<rect width="1000" height="1400" fill="#fefefe"/>',
      text(500, 190, title, { size: 64, weight: 700, anchor: 'middle', spacing: 14 }),
      paragraph(120, 340, `　　${words}`, 22, { size: 34 }, 1.9),
      text(560, 920, `单位名称（盖章）：`, { size: 32 }),
      text(560, 980, name, { size: 30 }),
      text(560, 1060, '主体负责人签字：', { size: 32 }),
      text(560, 1140, '2026 年 2 月 18 日', { size: 32 }),
      seal(760, 960, 120, name),
    ].join(''),
    1000,
    1400,
    width / 1000,
  );
}
