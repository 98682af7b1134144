import type { Layer, NamePair } from './layer.ts';

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const DOTS = /[·•・‧･∙⋅●．.。]/gu;
const ONE_WIDE = /[Ａ-Ｚａ-ｚ０-９＆－]/;
const WIDE = new RegExp(ONE_WIDE, 'g');
const HAN = /\p{Script=Han}/u;
const RADICALS = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

const HOW_DOT = '电脑上用中文输入法，按数字 1 左边的键可以打出“·”。';

/** The same change for both names. */
const both = (change: (name: string) => string) => (pair: NamePair) => ({
  typed: change(pair.typed),
  document: change(pair.document),
});

/** Zero-width and control characters, as copying brings them along. */
export const invisible: Layer = {
  fold: both((name) => name.replace(INVISIBLE, '')),
  say: () => ({
    evidence: '名字里夹着看不见的字符。',
    advice: '这多半是复制粘贴带进来的。请把名字删掉，用输入法重新打一遍。',
  }),
};

/** Radicals and compatibility ideographs of Unicode that look like the character itself. */
export const sameLook: Layer = {
  fold: both((name) => name.replace(RADICALS, (character) => character.normalize('NFKC'))),
  say: () => ({
    evidence: '有的字看起来一样，编码却不同。',
    advice: '从 PDF 或图片里复制的字会这样。请用输入法重新打一遍。',
  }),
};

/** Full-width letters and digits. */
export const fullWidth: Layer = {
  fold: both((name) => name.replace(WIDE, (character) => character.normalize('NFKC'))),
  say: ({ typed }) =>
    ONE_WIDE.test(typed)
      ? { evidence: '填写的字母或数字是全角的。', advice: '请切换到半角再输入。' }
      : { evidence: '证件上的字母或数字是全角的，填写的是半角。', advice: '请以证件上印的为准，再核对一遍。' },
};

/** Blanks around and inside; where letters are compared, one blank between words stays. */
export const spaces: Layer = {
  fold: ({ typed, document }) => {
    const [t, d] = [typed, document].map((name) => name.trim().replace(/\s+/g, ' '));
    const [closeT, closeD] = [typed, document].map((name) => name.replace(/\s/g, ''));
    const close = closeT === closeD || HAN.test(typed + document);
    return { typed: (close ? closeT : t) ?? '', document: (close ? closeD : d) ?? '' };
  },
  say: ({ typed, document }) =>
    typed.trim() !== typed
      ? { evidence: '填写的名字前面或后面多了空格。', advice: '请删掉名字前后的空格。' }
      : /\s/.test(typed) && !(/\s/.test(document) && /[A-Za-z]/.test(document))
        ? { evidence: '填写的名字中间有空格。', advice: '请删掉中间的空格。' }
        : { evidence: '名字里的空格和证件上不一样。', advice: '空几格、空在哪里，请照证件填。' },
};

/** The dot inside names such as 阿布都·热合曼: other dots, none, a blank for it. */
export const dots: Layer = {
  fold: ({ typed, document }) => {
    const [t, d] = [typed.replace(DOTS, '·'), document.replace(DOTS, '·')];
    if (t.includes('·') === d.includes('·')) return { typed: t, document: d };
    const inside = t.includes('·') || !HAN.test(d) ? t : t.replace(/(?<=\S)\s+(?=\S)/g, '');
    return { typed: inside.replaceAll('·', ''), document: d.replaceAll('·', '') };
  },
  say: ({ typed, document }) => {
    const [mine, theirs] = [typed.match(DOTS)?.join('') ?? '', document.match(DOTS)?.join('') ?? ''];
    if (!mine && /\S\s+\S/.test(typed)) {
      return { evidence: `名字中间的点“${theirs}”写成了空格。`, advice: `请照证件把空格换成点。${HOW_DOT}` };
    }
    if (!mine) return { evidence: `填写的名字中间少了点“${theirs}”。`, advice: `请照证件把点补上。${HOW_DOT}` };
    if (!theirs) return { evidence: `填写的名字中间多了点“${mine}”。`, advice: '请把这个点删掉，和证件上一样。' };
    return {
      evidence: `名字中间的点不一样：填写的是“${mine}”，证件上是“${theirs}”。`,
      advice: `请照证件填。${HOW_DOT}`,
    };
  },
};

/** Half-width, full-width and square brackets. */
export const brackets: Layer = {
  fold: both((name) => name.replace(/[([【〔﹙]/g, '（').replace(/[)\]】〕﹚]/g, '）')),
  say: ({ typed, document }) => {
    const [mine, theirs] = [typed, document].map((name) => name.replace(/[^()[\]【】〔〕﹙﹚（）]/g, ''));
    return {
      evidence: `名称里的括号不一样：填写的是“${mine}”，证件上是“${theirs}”。`,
      advice: '全角（ ）和半角 ( ) 请按营业执照上的填。',
    };
  },
};

/** Capitals and small letters. */
export const letterCase: Layer = {
  fold: both((name) => name.toUpperCase()),
  say: () => ({ evidence: '字母的大小写不一样。', advice: '大写、小写请照证件填。' }),
};
