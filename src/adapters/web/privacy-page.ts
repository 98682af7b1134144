import { escapeHtml } from '../html.ts';
import type { Http } from '../http.ts';
import { inChinese, type PrivacyWords } from './privacy-words.ts';
import { inEnglish } from './privacy-words-en.ts';

/** Who runs the service, as people are told. */
export interface Operator {
  readonly name?: string | undefined;
  /** How to reach whoever answers for personal data: an address, a telephone number, a page. */
  readonly contact?: string | undefined;
  /** After so many days of silence a conversation is erased; undefined: when its person erases it. */
  readonly conversationDays?: number | undefined;
}

const PAGES = [
  { path: '/privacy', words: inChinese, other: '<a class="go" href="/privacy/en" lang="en">English</a>' },
  { path: '/privacy/en', words: inEnglish, other: '<a class="go" href="/privacy" lang="zh-CN">中文</a>' },
] as const;

/** What people are told of their data, at `/privacy` and `/privacy/en`: the same without scripts, in any browser. */
export function privacyPage(app: Http, operator: Operator): void {
  for (const { path, words, other } of PAGES) {
    const page = privacyHtml(operator, words, other);
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(page),
    );
  }
}

/** Built once, since nothing in it changes while the service runs. */
function privacyHtml({ name, contact, conversationDays }: Operator, words: PrivacyWords, other: string): string {
  const { lang, title, who, sections, colon, reach, how, back } = words;
  const line = ([term, said]: readonly [string, string]) => `<li><strong>${term}</strong>${colon}${said}</li>`;
  return `<!doctype html>
<html lang="${lang}">
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
<p>${other}</p>
<p>${escapeHtml(who(name))}</p>
${sections(conversationDays)
  .map(({ head, lines }) => `<h2>${head}</h2>\n<ul>\n${lines.map(line).join('\n')}\n</ul>`)
  .join('\n')}
<h2>${reach}</h2>
<p>${how(contact !== undefined)}${contact === undefined ? '' : contactHtml(contact)}</p>
<p><a class="go" href="/">${back}</a></p>
</main>
</body>
</html>
`;
}

/** To press, where it is an e-mail address, a page or a telephone number alone. */
function contactHtml(contact: string): string {
  const text = escapeHtml(contact);
  if (/^https?:\/\/\S+$/i.test(contact)) return `<a href="${text}">${text}</a>`;
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact)) return `<a href="mailto:${text}">${text}</a>`;
  if (/^\+?\d[\d -]{5,18}\d$/.test(contact)) return `<a href="tel:${contact.replace(/[ -]/g, '')}">${text}</a>`;
  return text;
}
