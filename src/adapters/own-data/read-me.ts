import { beijingTime } from '../web/write-transcript.ts';
import type { OwnData } from './own-data.ts';

/** What the archive holds, for whoever opens it years later. */
export function readMe({ exportedAt, lines, tickets, pictures, opinions }: OwnData): string {
  const tooBig = pictures.filter(({ path }) => path === null).length;
  return [
    '备案助手 · 您的数据',
    '',
    `导出时间：${beijingTime(exportedAt)}（北京时间）`,
    `对话 ${lines.length} 句，留言 ${tickets.length} 条，图片 ${pictures.length} 张，评价 ${opinions.votes.length + (opinions.rating ? 1 : 0)} 次。`,
    '',
    '对话.html  用浏览器打开就能看：对话、情况卡、留言',
    '对话.txt   只有文字',
    '数据.json  全部内容，给程序读',
    '图片/      您发的图片和为您改好的图片，原样',
    '',
    '文字里的身份证号、统一社会信用代码、手机号和姓名在保存之前就已经遮住，服务里没有原文，所以这里也是遮住的。',
    '留言的联系方式是加密保存的，这里是原文，请自己收好。',
    '图片最多保存 7 天，已经到期的、撤回同意时删除的不在里面。',
    ...(tooBig > 0 ? [`有 ${tooBig} 张图片太大，没有装进来，请在对话里逐张下载。`] : []),
    '',
  ].join('\r\n');
}
