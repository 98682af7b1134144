import type { Entry } from '../knowledge/entry.ts';
import type { Facts } from './facts.ts';
import type { Reply, Source } from './message.ts';

/** Says what the case is and where it comes from: worth reading after what to do. */
const BACKGROUND = new Set(['问题描述', '可能原因']);
export const WHY = '说明';
const PLAIN_HEADING = '处理方法';
const HEED = '注意';
const PHONE_LINE = /^- (?:iOS|安卓)系统手机：/;
const STEP_BEGINS = /(?<=。)|，(?=单击|在(?!手机)|然后|拍摄|如果|如确实|并使用|上传身份证件)/;

/** An entry as an answer: what to do first, for the person's own phone where it is known; then what to heed; then why. */
export function answerText(entry: Entry, facts: Facts): string {
  const steps = entry.sections.filter(({ heading }) => !BACKGROUND.has(heading));
  const why = entry.sections
    .filter(({ heading }) => BACKGROUND.has(heading))
    .map((section) => ({ ...section, heading: WHY }));
  const alone = steps.filter(({ heading }) => heading === PLAIN_HEADING).length === 1;
  return [...steps, ...why]
    .map(({ heading, text }) => {
      const body = forPhone(text, facts);
      if (heading === PLAIN_HEADING && alone) return body;
      return [`**${heading}**`, body].filter((part) => part !== '').join('\n\n');
    })
    .join('\n\n');
}

/** Lines for the other kind of phone are left out where the person's own is known. */
function forPhone(text: string, { platform }: Facts): string {
  const others = platform === 'ios' ? '- 安卓系统手机' : platform === 'android' ? '- iOS系统手机' : undefined;
  if (!others) return text;
  return text
    .split('\n')
    .filter((line) => !line.startsWith(others))
    .join('\n');
}

export function sourceOf({ number, title, source }: Entry): Source {
  return { entry: number, title: `${source.title} 第${number}条：${title}`, date: source.date };
}

export interface AnswerOptions {
  /** Said before it. */
  readonly lead?: string | undefined;
  /** Under its title, where several entries answer one message. */
  readonly titled?: boolean;
}

export function answerReply(entry: Entry, facts: Facts, { lead, titled = false }: AnswerOptions = {}): Reply {
  const parts = [lead, titled ? `**${entry.title}**` : undefined, answerText(entry, facts)];
  return { text: parts.filter((part) => part).join('\n\n'), sources: [sourceOf(entry)] };
}

/** What the case is and where it comes from, in the entry's words; undefined where it says nothing of it. */
export function reasonReply(entry: Entry): Reply | undefined {
  const texts = entry.sections.filter(({ heading }) => BACKGROUND.has(heading)).map(({ text }) => text);
  return texts.length === 0 ? undefined : { text: texts.join('\n\n'), sources: [sourceOf(entry)] };
}

/** Whether what to do is the same, word for word. */
export function sameRemedy(one: Entry, other: Entry): boolean {
  const remedy = ({ sections }: Entry): string | undefined =>
    sections.find(({ heading }) => heading === PLAIN_HEADING)?.text;
  return remedy(one) !== undefined && remedy(one) === remedy(other);
}

/** Whether what to do differs between phones. */
export function differsByPhone(entry: Entry): boolean {
  return entry.sections.some(({ text }) => text.split('\n').some((line) => PHONE_LINE.test(line)));
}

/**
 * The steps of an entry in its own words: its numbered ones, or else its sentences, cut where a new step begins. Empty
 * where they differ between phones and the person's own is not known.
 */
export function stepsOf(entry: Entry, facts: Facts): readonly string[] {
  const lines = entry.sections
    .filter(({ heading }) => !BACKGROUND.has(heading) && heading !== HEED)
    .flatMap(({ text }) => forPhone(text, facts).split('\n'))
    .filter((line) => line.trim() !== '');
  const numbered = lines.flatMap((line) => /^\d+\.\s+(.*)$/.exec(line)?.[1] ?? []);
  if (numbered.length > 0) return numbered;
  if (lines.filter((line) => PHONE_LINE.test(line)).length > 1) return [];
  return lines.flatMap((line) => line.replace(PHONE_LINE, '').replace(/^- /, '').split(STEP_BEGINS));
}
