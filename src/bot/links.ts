import { z } from 'zod';
import type { Reply } from './message.ts';

/** An address that people may be sent to. */
export const Url = z.url({
  protocol: /^https?$/,
  hostname: z.regexes.domain,
  error: '网址要以 http:// 或 https:// 开头',
});

/** `data/rules/links.json`: the places that the source names, with the addresses that the operator filled in. */
export const LinkRules = z.object({
  note: z.string(),
  links: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        /** The words that a link stands after. */
        after: z.array(z.string().min(1)).min(1).readonly(),
        url: Url.nullable(),
      }),
    )
    .readonly(),
});

export type LinkRules = z.output<typeof LinkRules>;
export type Link = z.output<typeof LinkRules>['links'][number];

/** A reply with a link after the words that name its place, once each; places without an address stay words. */
export function withLinks(reply: Reply, links: readonly Link[]): Reply {
  const text = links.reduce(linked, reply.text);
  return text === reply.text ? reply : { ...reply, text };
}

function linked(text: string, { after, url }: Link): string {
  if (url === null) return text;
  const [first] = after
    .map((words) => ({ words, at: text.indexOf(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (!first) return text;
  const end = first.at + first.words.length;
  const closes = /^[”」》"]/.test(text.slice(end)) ? 1 : 0;
  return `${text.slice(0, end + closes)}（[打开](${encoded(url)})）${text.slice(end + closes)}`;
}

/** Brackets would end the link early. */
function encoded(url: string): string {
  return new URL(url).href.replaceAll('(', '%28').replaceAll(')', '%29');
}
