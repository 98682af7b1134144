/** What stands in the places of a route's address. */
export interface Places {
  readonly talk: string;
  readonly picture: string;
  readonly agent: string;
  readonly ticket: string;
  readonly announcement: string;
}

/** An address that a route takes, with a query where it wants one. */
export function addressOf(path: string, { talk, picture, agent, ticket, announcement }: Places): string {
  const address = path
    .replace(':talk', talk)
    .replace('/files/:id', `/files/${picture}`)
    .replace('/agents/:id', `/agents/${agent}`)
    .replace('/revisions/:id', '/revisions/1')
    .replace(':id', 'a-trial')
    .replace(':ticket', ticket)
    .replace(':announcement', announcement)
    .replace(':number', '1')
    .replace(':file', 'volume.csv')
    .replace('/*', '/talks');
  if (path.includes('/reports')) return `${address}?from=2026-03-01&to=2026-03-02`;
  return path === '/api/console/talks' ? `${address}?open` : address;
}

/** A body that each route takes, so that a refusal is for who asks and not for what. */
export const BODIES: Readonly<Record<string, object | string>> = {
  'POST /api/phone': { code: 'no-such-code' },
  'POST /api/answers/:ticket': { key: 'no-such-key' },
  'POST /api/console/session': { name: 'nobody', password: 'nothing' },
  'POST /api/talks/:talk/messages': { id: 'm-1', text: '扫码进不去' },
  'POST /api/talks/:talk/feedback': { seq: 1, helpful: true },
  'POST /api/talks/:talk/context': { locale: 'zh-CN' },
  'PATCH /api/talks/:talk/case': { platform: '安卓' },
  'POST /api/talks/:talk/ticket': { text: '请回电', contact: '13900000000' },
  'POST /api/talks/:talk/read': { seq: 1 },
  'POST /api/talks/:talk/rating': { score: 5 },
  'POST /api/console/password': { old: 'nothing', new: 'something-else-4-all' },
  'PUT /api/console/totp': { code: '123456' },
  'DELETE /api/console/totp': { password: 'nothing' },
  'PUT /api/console/hours': { hours: { weekly: {}, holidays: false, exceptions: [] } },
  'PUT /api/console/canned': { canned: [{ key: '你好', text: '您好。' }] },
  'POST /api/console/agents': { name: '新来的', role: 'supervisor' },
  'PATCH /api/console/agents/:id': { role: 'supervisor' },
  'PUT /api/console/alerts': { alerts: { longWait: 60 } },
  'POST /api/console/radar/announcements': { entry: 1, text: '正在处理。' },
  'POST /api/console/presence': { available: true, capacity: 2 },
  'PATCH /api/console/talks/:talk/case': { platform: '安卓' },
  'POST /api/console/talks/:talk/claim': {},
  'POST /api/console/talks/:talk/take-over': {},
  'POST /api/console/talks/:talk/assign': { to: null },
  'POST /api/console/talks/:talk/close': { code: 'solved' },
  'POST /api/console/talks/:talk/transfer': { to: null },
  'POST /api/console/talks/:talk/return': { summary: '已说明。' },
  'POST /api/console/talks/:talk/read': { seq: 1 },
  'POST /api/console/talks/:talk/reveal': { item: 'contact:L-TEST-1', reason: '回电' },
  'POST /api/console/talks/:talk/follow-up': { due: '2030-01-01T00:00:00.000Z' },
  'POST /api/console/talks/:talk/snooze': { due: '2030-01-01T00:00:00.000Z' },
  'POST /api/console/talks/:talk/messages': { id: 'a-1', text: '您好' },
  'POST /api/console/talks/:talk/note': { text: '先看截图' },
  'POST /api/console/talks/:talk/block': { blocked: true },
  'POST /api/console/content/entries/:number/review': {},
  'POST /api/console/content/gaps/dismiss': { texts: ['天气怎么样'] },
  'POST /api/console/content/suggestions/dismiss': { entry: 1, texts: ['天气怎么样'] },
  'POST /api/console/content/trials': { subject: 'similar', entry: 1, texts: ['扫不了码进不去页面'] },
  'POST /api/console/content/trials/:id/publish': {},
  'PUT /api/console/content/links': { links: [] },
  'PUT /api/console/content/releases': { releases: { android: null, ios: null, harmony: null } },
  'PUT /api/console/content/provinces': { others: [] },
  'POST /api/console/content/revisions/:id/undo': {},
};
