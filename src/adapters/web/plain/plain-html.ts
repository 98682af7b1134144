import type { Line, Reply } from '../../../bot/message.ts';
import { escapeHtml } from './escape.ts';
import { toHtml } from './to-html.ts';

/** What the plain page shows. */
export interface PlainPage {
  /** The conversation; undefined before the first question. The token goes from form to form, never into an address. */
  readonly session?: { readonly talk: string; readonly token: string } | undefined;
  /** Names this page's forms: sent twice, by a reload or a second press, they say their words once. */
  readonly once: string;
  readonly welcome: readonly Reply[];
  readonly lines: readonly Line[];
  /** What went wrong, in words for people. */
  readonly problem?: string | undefined;
  /** What was typed, given back where it was not sent. */
  readonly typed?: string | undefined;
  /** A 留言 that was not taken, given back. */
  readonly ticket?: { readonly text: string; readonly contact: string } | undefined;
  /** What was done: a 留言 was kept. */
  readonly done?: string | undefined;
}

const NAMES = { user: '我', bot: '备案助手', agent: '客服', system: '' } as const;

/** The conversation as a page without scripts, for browsers that run none of ours. */
export function plainHtml({ session, once, welcome, lines, problem, typed = '', ticket, done }: PlainPage): string {
  const hasBegun = session !== undefined || lines.length > 0;
  const choices = (hasBegun ? choicesOf(lines) : welcome.at(-1)?.choices) ?? [];
  const said = hasBegun ? lines.map(lineHtml).join('') : welcome.map(({ text }) => toHtml(text)).join('');
  const hidden = Object.entries({ ...session, once })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>备案助手</title>
<link rel="stylesheet" href="/page/plain.css">
</head>
<body>
<h1>备案助手</h1>
${problem === undefined ? '' : `<p class="problem">${escapeHtml(problem)}</p>`}
${done === undefined ? '' : `<p class="done">${escapeHtml(done)}</p>`}
<div class="said">${said}</div>
<form method="post" action="/plain" id="ask">
${hidden}
${choices.map((choice) => `<button type="submit" name="choice" value="${escapeHtml(choice)}">${escapeHtml(choice)}</button>`).join('\n')}
<label for="text">说说遇到的问题</label>
<textarea id="text" name="text" rows="3" maxlength="2000">
${escapeHtml(typed)}</textarea>
<button type="submit" class="main">发送</button>
<button type="submit" name="choice" value="转人工">转人工</button>
${session ? '<button type="submit" name="look" value="yes">看看有没有新回答</button>' : ''}
</form>
${session ? ticketForm(hidden, ticket) : ''}
<p class="small">这一页不用脚本，老手机也能用。图片请换新一些的浏览器发送。</p>
<p><a class="go" href="/privacy">怎样处理您的个人信息</a></p>
</body>
</html>
`;
}

/** The buttons of what was said last; of an answer in several lines, the last that has any. */
function choicesOf(lines: readonly Line[]): readonly string[] | undefined {
  const answer = lines.slice(lines.findLastIndex(({ by }) => by !== 'bot') + 1);
  return (answer.findLast(({ choices }) => choices !== undefined) ?? lines.at(-1))?.choices;
}

function lineHtml({ by, name, text, sources = [], files = [] }: Line): string {
  const rests = sources
    .map(({ title, date }) => `<p class="small">依据：${escapeHtml(title)} · ${escapeHtml(date)}</p>`)
    .join('');
  const kept = files.length === 0 ? '' : `<p class="small">图片 ${files.length} 张，请换新一些的浏览器查看。</p>`;
  const who = name ?? NAMES[by];
  const said = by === 'user' ? `<p>${escapeHtml(text)}</p>` : toHtml(text);
  return `<div class="line ${by}">${who === '' ? '' : `<p class="by">${escapeHtml(who)}</p>`}${said}${kept}${rests}</div>`;
}

function ticketForm(hidden: string, { text, contact }: NonNullable<PlainPage['ticket']> = { text: '', contact: '' }) {
  return `<form method="post" action="/plain" id="ticket">
<h2>给客服留言</h2>
${hidden}
<label for="matter">要办的事</label>
<textarea id="matter" name="text" rows="3" maxlength="2000">
${escapeHtml(text)}</textarea>
<label for="contact">怎么联系您（手机号、邮箱或微信号，加密保存）</label>
<input id="contact" name="contact" maxlength="200" autocomplete="tel" value="${escapeHtml(contact)}">
<button type="submit" class="main">发送留言</button>
</form>`;
}
