import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escapeHtml, toHtml } from '../html.ts';
import type { Http } from '../http.ts';

/** Who runs the service, as people are told. */
export interface Operator {
  readonly name?: string | undefined;
  /** How to reach whoever answers for personal data: an address, a telephone number, a page. */
  readonly contact?: string | undefined;
  /** After so many days of silence a conversation is erased; undefined: when its person erases it. */
  readonly conversationDays?: number | undefined;
}

/** What people are told of their data, out of `data/privacy.md`, at `/privacy`: the same without scripts, in any browser. */
export function privacyPage(app: Http, operator: Operator): void {
  let html: string | undefined;
  app.get('/privacy', { schema: { hide: true } }, async (_request, reply) => {
    html ??= privacyHtml(operator);
    return reply.type('text/html; charset=utf-8').send(html);
  });
}

/** Built once, when it is first asked for, since nothing in it changes while the service runs. */
function privacyHtml({ name, contact, conversationDays }: Operator): string {
  const known: Readonly<Record<string, string | undefined>> = {
    operator: name && escapeHtml(name),
    contact: contact && contactHtml(contact),
    days: conversationDays?.toString(),
  };
  const text = readFileSync(fileURLToPath(new URL('../../../data/privacy.md', import.meta.url)), 'utf8');
  const [head = '', ...sections] = linesFor(text, known).split(/^#+ /m).slice(1);
  const [title, first] = headed(head);
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="/page/document.css">
</head>
<body>
<main>
<h1>${title}</h1>
${first}
${sections
  .map(headed)
  .map(([name, said]) => `<h2>${name}</h2>\n${said}`)
  .join('\n')}
<p><a class="go" href="/">打开备案助手</a></p>
</main>
</body>
</html>
`;
  return html.replace(/\{(operator|days|contact)\}/g, (_all, one: string) => known[one] ?? '');
}

/** A section's heading, and what stands below it as HTML. */
function headed(section: string): readonly [string, string] {
  const end = section.indexOf('\n');
  return [escapeHtml(section.slice(0, end)), toHtml(section.slice(end))];
}

/**
 * The text for this operator: a line behind `{days}` is there where the days are known, one behind `{no days}` where they
 * are not; the others always. Within a line the name in braces stands for what is known, which comes in as HTML later.
 */
function linesFor(text: string, known: Readonly<Record<string, string | undefined>>): string {
  const lines = text.split('\n').flatMap((line) => {
    const [, no, name = '', rest] = /^\{(no )?(operator|days|contact)\} (.*)$/.exec(line) ?? [];
    if (rest === undefined) return [line];
    return (known[name] === undefined) === (no !== undefined) ? [rest] : [];
  });
  return lines.join('\n');
}

/** To press, where it is an e-mail address, a page or a telephone number alone. */
function contactHtml(contact: string): string {
  const text = escapeHtml(contact);
  if (/^https?:\/\/\S+$/i.test(contact)) return `<a href="${text}">${text}</a>`;
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact)) return `<a href="mailto:${text}">${text}</a>`;
  if (/^\+?\d[\d -]{5,18}\d$/.test(contact)) return `<a href="tel:${contact.replace(/[ -]/g, '')}">${text}</a>`;
  return text;
}
