import type { Row } from '../ocr/rows.ts';

/** The name that was read, and how surely. */
interface Name {
  readonly text: string;
  readonly confidence: number;
}

const LABELS = {
  card: /姓名|姓各|性名|胜名|^名(?=.)/u,
  licence: /法定代表人|负责人|经营者|执行事务合伙人/u,
  screen: /^(?:真实)?姓名/u,
} as const;
const NAME = /^[:：]?([\p{Script=Han}·•]{2,20})$/u;
/** Words of the form that are no name. */
const FORM = /姓名|性别|民族|出生|住址|公民|身份|号码|期限|日期|资本|类型|名称|范围|住所|执照|公司/u;

/**
 * The person's name on a card or a screen, or the head's on a licence: behind its label,
 * in the same line or in the next one beside it. On a card whose label could not
 * be read, what stands above everything else and looks like a name.
 */
export function readName(rows: readonly Row[], on: keyof typeof LABELS): Name | undefined {
  for (const { lines } of rows) {
    for (const [at, line] of lines.entries()) {
      const label = LABELS[on].exec(bare(line.text));
      if (!label) continue;
      const rest = bare(line.text).slice(label.index + label[0].length);
      const beside = lines[at + 1];
      const found =
        named(rest, line.confidence) ??
        (rest === '' && beside ? named(bare(beside.text), beside.confidence) : undefined);
      if (found) return found;
    }
  }
  const first = on === 'card' ? rows[0]?.lines : undefined;
  return first
    ?.map((line) => named(bare(line.text), line.confidence))
    .find((name) => name !== undefined && name.text.length <= 4);
}

function named(text: string, confidence: number): Name | undefined {
  const name = NAME.exec(text)?.[1];
  return name === undefined || FORM.test(name) ? undefined : { text: name, confidence };
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}
