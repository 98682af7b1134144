import type { FileRef } from '../../bot/message.ts';
import type { ShippedLine } from '../../bot/ports.ts';
import { pageLink } from '../vendor/page-link.ts';
import { plainText } from '../vendor/plain-text.ts';
import { isSendable } from './media.ts';
import type { Wechat } from './wechat.ts';

/** A line as it can be said in WeChat. */
export interface SaidLine {
  readonly line: ShippedLine;
  /** Everything but its choices. */
  readonly text: string;
  /** Pictures that go as such. */
  readonly pictures: readonly FileRef[];
}

/**
 * Puts a line into plain words: who speaks, where it is an agent, what it rests
 * on, and a link to the page for what WeChat cannot show. What the assistant
 * made of a picture has to come whole, so it is fetched there.
 */
export async function sayLine({ config, parts }: Wechat, talk: string, line: ShippedLine): Promise<SaidLine> {
  const { by, name, text, files = [], sources = [] } = line;
  const pictures = config.verified && by === 'agent' ? files.filter(isSendable) : [];
  const needsPage = pictures.length < files.length;
  const link = needsPage ? await pageLink({ ...parts, clock: () => parts.time.now() }, talk) : undefined;
  const words = [
    by === 'agent' && name !== undefined && text !== '' ? `${name}：${plainText(text)}` : plainText(text),
    ...sources.map(({ title, date }) => `依据：${title} · ${date}`),
    link === undefined ? '' : `在网页里打开${namesOf(files)}：${link}`,
  ];
  return { line, text: words.filter((one) => one !== '').join('\n\n'), pictures };
}

function namesOf(files: readonly FileRef[]): string {
  return files.map(({ name }) => `“${name}”`).join('、');
}
