import type { Line, Speaker } from '../../bot/message.ts';

export const SPEAKERS: Readonly<Record<Speaker, string>> = {
  user: '您',
  bot: '备案助手（机器人）',
  agent: '客服',
  system: '系统',
};

const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-03-02 14:32:00` */
export function beijingTime(at: string): string {
  return BEIJING.format(new Date(at));
}

/**
 * A conversation as plain text, times in Beijing time.
 *
 * Every line of a text is indented, so that nobody can write one that looks like another speaker's.
 */
export function writeTranscript(lines: readonly Line[], now: Date): string {
  const head = ['备案助手 对话记录', `导出时间：${BEIJING.format(now)}（北京时间）`, '身份证号、电话等号码已遮住。'];
  return `${[head.join('\n'), ...lines.map(write)].join('\n\n')}\n`;
}

function write({ at, by, text, files, choices, sources }: Line): string {
  const said = [
    ...(text === '' ? [] : text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)),
    ...(files ? [`［图片 ${files.length} 张］`] : []),
    ...(choices ?? []).map((choice) => `［${choice}］`),
    ...(sources ?? []).map(({ title, date }) => `依据：${title}（${date} 更新）`),
  ];
  return [`${BEIJING.format(new Date(at))} ${SPEAKERS[by]}`, ...said.map((line) => `  ${line}`)].join('\n');
}
