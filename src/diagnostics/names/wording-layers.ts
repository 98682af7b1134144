import { cutEnding, isUnit } from './company.ts';
import type { Layer } from './layer.ts';

const TITLE = /(?:总经理|董事长|先生|女士|小姐|同志|老师|老板|医生|律师|教授|经理|主任|院长|校长|厂长|总|工|哥|姐)$/;

/** What a person is called by, left behind the name: 张先生, 王总. */
export const title: Layer = {
  always: true,
  fold: ({ typed, document }) => {
    const called = TITLE.exec(typed)?.[0] ?? '';
    const rest = typed.slice(0, typed.length - called.length);
    const sure = called.length > 1 || rest === document || [...rest].length === 1;
    const strip = called !== '' && rest !== '' && sure && !document.endsWith(called) && !isUnit(document);
    return { typed: strip ? rest : typed, document };
  },
  say: ({ typed }) => ({
    evidence: `填写的名字后面带着称呼“${TITLE.exec(typed)?.[0] ?? ''}”。`,
    advice: '请只填证件上的姓名，不带称呼。',
  }),
};

/** 公司 for 有限公司, or no ending at all. */
export const ending: Layer = {
  fold: ({ typed, document }) => {
    if (!isUnit(document)) return { typed, document };
    const [[mine, mineEnds], [theirs, theirsEnds]] = [cutEnding(typed), cutEnding(document)];
    return mineEnds === theirsEnds ? { typed, document } : { typed: mine, document: theirs };
  },
  say: ({ typed, document }) => {
    const [mine, theirs] = [cutEnding(typed)[1], cutEnding(document)[1]];
    const evidence =
      mine && theirs
        ? `单位名称的结尾不同：填写的是“${mine}”，证件上是“${theirs}”。`
        : `填写的单位名称结尾${mine ? '多' : '少'}了“${mine || theirs}”。`;
    return { evidence, advice: '单位名称请填营业执照上的全称。' };
  },
};
