const DAY = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `今天 14:32`, `3月2日 14:32`: as short as the day allows. */
export function moment(at, now = new Date()) {
  const then = new Date(at);
  const day = then.toDateString() === now.toDateString() ? '今天' : DAY.format(then);
  return `${day} ${CLOCK.format(then)}`;
}
