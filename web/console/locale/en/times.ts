/** Roughly how long. */
export const times = {
  '不到 1 分': '< 1 min',
  '{minutes} 分': '{minutes} min',
  '{hours} 小时': '{hours} h',
  '{days} 天': '{days} d',
} as const satisfies Record<string, string>;
