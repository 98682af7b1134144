import type { Entry } from '../knowledge/entry.ts';
import type { Facts } from './facts.ts';
import type { Reply, Source } from './message.ts';

/** What is shown only for looking an entry up, not when it answers. */
const BACKGROUND = new Set(['问题描述', '可能原因']);
const PLAIN_HEADING = '处理方法';

/** An entry as an answer: what to do first, for the person's own phone where it is known; then what to heed. */
export function answerText(entry: Entry, facts: Facts): string {
  const shown = entry.sections.filter(({ heading }) => !BACKGROUND.has(heading));
  const alone = shown.filter(({ heading }) => heading === PLAIN_HEADING).length === 1;
  return shown
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

export function answerReply(entry: Entry, facts: Facts, lead?: string): Reply {
  const text = answerText(entry, facts);
  return { text: lead ? `${lead}\n\n${text}` : text, sources: [sourceOf(entry)] };
}

/** The numbered steps of an entry, in order; empty where its text has none. */
export function stepsOf(entry: Entry): readonly string[] {
  return entry.sections.flatMap(({ text }) =>
    text.split('\n').flatMap((line) => {
      const step = /^\d+\.\s+(.*)$/.exec(line)?.[1];
      return step ? [step] : [];
    }),
  );
}
