/** Times as agents in China read them, whatever the machine's own zone is. */
const ZONE = 'Asia/Shanghai';
const CLOCK = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: '2-digit', day: '2-digit' });

/** 14:09 today, 03-01 14:09 on another day. */
export function timeOf(at: string, now: number): string {
  const date = new Date(at);
  const clock = CLOCK.format(date);
  const day = DAY.format(date);
  return day === DAY.format(new Date(now)) ? clock : `${day.replace('/', '-')} ${clock}`;
}

/** 2:06, 1:02:06; from a day on roughly. */
export function stopwatch(ms: number): string {
  if (ms >= 86_400_000) return roughly(ms);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Roughly how long: 38 秒, 6 分, 3 小时, 2 天. */
export function roughly(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return '不到 1 分';
  if (minutes < 60) return `${minutes} 分`;
  return minutes < 1440 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 1440)} 天`;
}
