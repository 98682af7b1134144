import type { Line } from '../../bot/message.ts';
import { escapeHtml, toHtml } from '../html.ts';
import { beijingTime, SPEAKERS } from '../web/write-transcript.ts';
import type { OwnData, OwnPicture } from './own-data.ts';

const STYLE =
  'body{max-width:720px;margin:0 auto;padding:16px 16px 48px;background:#f5f6f7;color:#1f2329;font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;overflow-wrap:anywhere}' +
  'h1{font-size:22px}h2{margin-top:32px;font-size:18px}p,ul,ol{margin:4px 0}ul,ol{padding-left:24px}' +
  'dl,.line{margin:12px 0;padding:10px 16px;border-radius:12px;background:#fff}.user{background:#e8f1ff}.agent{border-left:4px solid #1a7a50}' +
  '.by,.rest,dt{color:#5f656e;font-size:14px}dd{margin:0 0 8px}img{max-width:100%;border-radius:8px}a{color:#0e5bc7}' +
  '@media (prefers-color-scheme:dark){body{background:#17181a;color:#ebebeb}dl,.line{background:#232427}.user{background:#1d2f4a}.agent{border-color:#5fcb9b}.by,.rest,dt{color:#a6a6a6}a{color:#7db3ff}}' +
  '@media print{body{background:none}.line{break-inside:avoid}}';

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
<main>
<h1>备案助手 · 您的数据</h1>
<p>导出时间：${beijingTime(exportedAt)}（北京时间）。文字里的证件号、手机号和姓名在保存之前就已经遮住。</p>
<h2>情况卡</h2>
<dl>${card.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<h2>留言</h2>
${tickets.length === 0 ? '<p>没有留言。</p>' : tickets.map(ticketHtml).join('\n')}
<h2>对话</h2>
${lines.map((line) => lineHtml(line, paths)).join('\n')}
</main>
</body>
</html>
`;
}

function ticketHtml({ id, at, text, contact }: OwnData['tickets'][number]): string {
  return `<div class="line user"><p class="by">${escapeHtml(id)} · ${beijingTime(at)}</p><p>${escapeHtml(text)}</p><p>联系方式：${escapeHtml(contact)}</p></div>`;
}

function lineHtml(line: Line, pictures: ReadonlyMap<string, OwnPicture>): string {
  const { by, name, at, text, files = [], choices = [], sources = [] } = line;
  const said = by === 'user' ? `<p>${escapeHtml(text).replace(/\r\n?|\n/g, '<br>')}</p>` : toHtml(text);
  const shown = files.map(({ id }) => pictureHtml(pictures.get(id))).join('');
  const rests = [
    ...(choices.length > 0 ? [choices.map((choice) => `［${choice}］`).join(' ')] : []),
    ...sources.map(({ title, date }) => `依据：${title}（${date} 更新）`),
  ];
  const rest = rests.map((one) => `<p class="rest">${escapeHtml(one)}</p>`).join('');
  return `<div class="line ${by}"><p class="by">${escapeHtml(name ?? SPEAKERS[by])} · ${beijingTime(at)}</p>${said}${shown}${rest}</div>`;
}

function pictureHtml(picture: OwnPicture | undefined): string {
  if (!picture || picture.path === null) return '<p class="rest">［图片没有装进来］</p>';
  const address = picture.path.split('/').map(encodeURIComponent).join('/');
  return `<p><img src="${escapeHtml(address)}" alt="${escapeHtml(picture.name)}（没有显示就是已经删除：到期，或者撤回了同意）"></p>`;
}
