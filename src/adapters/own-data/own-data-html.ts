import type { Line } from '../../bot/message.ts';
import { escapeHtml } from '../web/plain/escape.ts';
import { toHtml } from '../web/plain/to-html.ts';
import { beijingTime, SPEAKERS } from '../web/write-transcript.ts';
import type { OwnData, OwnPicture } from './own-data.ts';

const STYLE =
  'body{max-width:720px;margin:24px auto;padding:0 16px;font:16px/1.7 system-ui,sans-serif;color:#1f2937}' +
  'h1{font-size:22px}h2{font-size:18px;margin-top:32px}.line{border-left:3px solid #d1d5db;padding:2px 12px;margin:12px 0}' +
  '.user{border-color:#1d4ed8}.by{color:#4b5563;font-size:14px;margin:0}p{margin:4px 0}dt{color:#4b5563}dd{margin:0 0 8px}' +
  'img{max-width:100%;border:1px solid #d1d5db}';

/** The conversation as a page that needs nothing but the pictures beside it. It runs no scripts and fetches nothing. */
export function ownDataHtml({ exportedAt, lines, card, tickets, pictures }: OwnData): string {
  const paths = new Map(pictures.map((picture) => [picture.id, picture]));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">
<title>备案助手 · 您的数据</title>
<style>${STYLE}</style>
</head>
<body>
<h1>备案助手 · 您的数据</h1>
<p>导出时间：${beijingTime(exportedAt)}（北京时间）。文字里的证件号、手机号和姓名在保存之前就已经遮住。</p>
<h2>情况卡</h2>
<dl>${card.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<h2>留言</h2>
${tickets.length === 0 ? '<p>没有留言。</p>' : tickets.map(ticketHtml).join('\n')}
<h2>对话</h2>
${lines.map((line) => lineHtml(line, paths)).join('\n')}
</body>
</html>
`;
}

function ticketHtml({ id, at, text, contact }: OwnData['tickets'][number]): string {
  return `<div class="line user"><p class="by">${escapeHtml(id)} · ${beijingTime(at)}</p><p>${escapeHtml(text)}</p><p>联系方式：${escapeHtml(contact)}</p></div>`;
}

function lineHtml({ by, name, at, text, files = [] }: Line, pictures: ReadonlyMap<string, OwnPicture>): string {
  const said = by === 'user' ? `<p>${escapeHtml(text).replace(/\r\n?|\n/g, '<br>')}</p>` : toHtml(text);
  const shown = files.map(({ id }) => pictureHtml(pictures.get(id))).join('');
  return `<div class="line ${by}"><p class="by">${escapeHtml(name ?? SPEAKERS[by])} · ${beijingTime(at)}</p>${said}${shown}</div>`;
}

function pictureHtml(picture: OwnPicture | undefined): string {
  if (!picture || picture.path === null) return '<p>［图片］</p>';
  const address = picture.path.split('/').map(encodeURIComponent).join('/');
  return `<p><img src="${escapeHtml(address)}" alt="${escapeHtml(picture.name)}（如果没有显示，图片已经到期删除）"></p>`;
}
