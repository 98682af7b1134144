import { createHash } from 'node:crypto';
import type { Line } from '../../bot/message.ts';
import type { Ticket } from '../../bot/ports.ts';
import { chinaTime } from '../../text/china-time.ts';
import type { Mail } from './mailer.ts';

interface Answer {
  readonly talk: string;
  readonly ticket: Pick<Ticket, 'id' | 'at' | 'text'>;
  readonly line: Line;
  readonly to: string;
  /** Where it can be read on a page. */
  readonly link: string | undefined;
}

/** An agent's answer to a 留言 as an e-mail: question and answer as they are stored, masked, and nothing else of anybody. */
export function answerLetter({ talk, ticket, line, to, link }: Answer): Mail {
  const { name = '客服' } = line;
  const pictures = line.files?.length ?? 0;
  const parts = [
    '备案助手',
    `您 ${chinaTime(ticket.at)} 的留言（编号 ${ticket.id}）：\n${quoted(ticket.text)}`,
    ...(line.text === '' ? [] : [`${name} 的回答：\n${unmarked(line.text)}`]),
    ...(pictures > 0
      ? [`${line.text === '' ? `${name} 的回答是` : '回答里还有'} ${pictures} 张图片，在原来的对话里看。`]
      : []),
    ...(link ? [`也可以在网页上看，之后的回答也在那里：\n${link}`] : []),
    '这封邮件由系统发出，回复它客服看不到。',
  ];
  return { id: idOf(talk, line.seq), to, subject: `留言 ${ticket.id} 的回答`, text: `${parts.join('\n\n')}\n` };
}

/** Of the line alone, and nothing can be told from it. */
function idOf(talk: string, seq: number): string {
  return `answer-${createHash('sha256').update(`${talk}:${seq}`).digest('hex').slice(0, 32)}`;
}

/** Without the marks of bold and links; a run of stars is a masked number, and stays. */
function unmarked(text: string): string {
  return text
    .replace(/(?<!\*)\*\*(?!\*)([^*]+)(?<!\*)\*\*(?!\*)/g, '$1')
    .replace(/\[([^\][]+)\]\((https?:[^\s()]+)\)/g, '$1（ $2 ）');
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ');
}
