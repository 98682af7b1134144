import type { Role } from '../../src/adapters/store/agent.ts';

/** Who may use a route: anybody, a vendor that signs, whoever reads the metrics, the holder of the talk's token, or agents of these roles. */
export type Rule =
  | { readonly who: 'anybody' }
  | { readonly who: 'vendor' }
  | { readonly who: 'prometheus' }
  | { readonly who: 'talk' }
  | { readonly who: readonly Role[]; readonly beforePasswordChange?: true };

const anybody: Rule = { who: 'anybody' };
const vendor: Rule = { who: 'vendor' };
const talk: Rule = { who: 'talk' };
const everyAgent: Rule = { who: ['agent', 'supervisor', 'editor'] };
const oneself: Rule = { ...everyAgent, beforePasswordChange: true };
const conversations: Rule = { who: ['agent', 'supervisor'] };
const supervisors: Rule = { who: ['supervisor'] };
const content: Rule = { who: ['editor', 'supervisor'] };

/** Built files and those beside the pages: public, and only read. */
export const FILES =
  /^(GET|HEAD) \/(answer|page|widget|console\/assets)\/[^/*:]+\.\w+$|^(GET|HEAD) \/widget[\w-]*\.(js|css)$/;

/** The rule of every route that is no file. HEAD follows its GET. A route without one here is a fault. */
export const RULES: Readonly<Record<string, Rule>> = {
  'GET /': anybody,
  'GET /demo': anybody,
  'GET /privacy': anybody,
  'GET /liuyan/:ticket': anybody,
  'GET /console': anybody,
  'GET /console/*': anybody,
  'GET /healthz': anybody,
  'GET /readyz': anybody,
  'GET /api/openapi.json': anybody,
  'GET /metrics': { who: 'prometheus' },
  'GET /api/welcome': anybody,
  'GET /api/entries/:number': anybody,
  'POST /api/talks': anybody,
  'POST /api/phone': anybody,
  'POST /api/answers/:ticket': anybody,
  'POST /api/console/session': anybody,

  'GET /wechat': vendor,
  'POST /wechat': vendor,
  'GET /wecom': vendor,
  'POST /wecom': vendor,
  'POST /dingtalk': vendor,
  'POST /dingtalk/card': vendor,

  'DELETE /api/talks/:talk': talk,
  'GET /api/talks/:talk/messages': talk,
  'POST /api/talks/:talk/messages': talk,
  'GET /api/talks/:talk/events': talk,
  'GET /api/talks/:talk/facts': talk,
  'POST /api/talks/:talk/feedback': talk,
  'GET /api/talks/:talk/files/:id': talk,
  'POST /api/talks/:talk/context': talk,
  'GET /api/talks/:talk/case': talk,
  'PATCH /api/talks/:talk/case': talk,
  'GET /api/talks/:talk/transcript': talk,
  'GET /api/talks/:talk/data': talk,
  'POST /api/talks/:talk/ticket': talk,
  'POST /api/talks/:talk/typing': talk,
  'POST /api/talks/:talk/read': talk,
  'POST /api/talks/:talk/rating': talk,
  'POST /api/talks/:talk/phone': talk,

  'GET /api/console/session': oneself,
  'DELETE /api/console/session': oneself,
  'POST /api/console/password': oneself,
  'POST /api/console/totp': everyAgent,
  'PUT /api/console/totp': everyAgent,
  'DELETE /api/console/totp': everyAgent,
  'GET /api/console/hours': everyAgent,
  'PUT /api/console/hours': supervisors,
  'GET /api/console/canned': everyAgent,
  'PUT /api/console/canned': content,
  'GET /api/console/agents': supervisors,
  'POST /api/console/agents': supervisors,
  'PATCH /api/console/agents/:id': supervisors,
  'POST /api/console/agents/:id/reset': supervisors,
  'GET /api/console/audit': supervisors,
  'GET /api/console/reports': supervisors,
  'GET /api/console/reports/:file': supervisors,
  'GET /api/console/wall': supervisors,
  'GET /api/console/wall/today': supervisors,
  'PUT /api/console/alerts': supervisors,
  'POST /api/console/radar/announcements': supervisors,
  'POST /api/console/radar/announcements/:announcement/send': supervisors,
  'POST /api/console/radar/announcements/:announcement/end': supervisors,
  'POST /api/console/talks/:talk/take-over': supervisors,
  'POST /api/console/talks/:talk/assign': supervisors,

  'GET /api/console/me/dingtalk': conversations,
  'POST /api/console/me/dingtalk': conversations,
  'DELETE /api/console/me/dingtalk': conversations,
  'GET /api/console/alerts': conversations,
  'GET /api/console/events': conversations,
  'GET /api/console/handover': conversations,
  'GET /api/console/presence': conversations,
  'POST /api/console/presence': conversations,
  'GET /api/console/queue': conversations,
  'GET /api/console/radar': conversations,
  'GET /api/console/replies': conversations,
  'GET /api/console/talks': conversations,
  'GET /api/console/talks/:talk': conversations,
  'GET /api/console/talks/:talk/history': conversations,
  'PATCH /api/console/talks/:talk/case': conversations,
  'POST /api/console/talks/:talk/claim': conversations,
  'POST /api/console/talks/:talk/close': conversations,
  'POST /api/console/talks/:talk/transfer': conversations,
  'POST /api/console/talks/:talk/typing': conversations,
  'POST /api/console/talks/:talk/return': conversations,
  'POST /api/console/talks/:talk/read': conversations,
  'POST /api/console/talks/:talk/reveal': conversations,
  'POST /api/console/talks/:talk/follow-up': conversations,
  'POST /api/console/talks/:talk/snooze': conversations,
  'POST /api/console/talks/:talk/messages': conversations,
  'POST /api/console/talks/:talk/note': conversations,
  'POST /api/console/talks/:talk/block': conversations,
  'POST /api/console/talks/:talk/pictures': conversations,

  'GET /api/console/content/entries': content,
  'GET /api/console/content/entries/:number/preview': content,
  'POST /api/console/content/entries/:number/review': content,
  'GET /api/console/content/gaps': content,
  'POST /api/console/content/gaps/dismiss': content,
  'POST /api/console/content/trials': content,
  'GET /api/console/content/trials/:id': content,
  'POST /api/console/content/trials/:id/publish': content,
  'GET /api/console/content/rules': content,
  'PUT /api/console/content/links': content,
  'PUT /api/console/content/releases': content,
  'PUT /api/console/content/provinces': content,
  'GET /api/console/content/revisions': content,
  'POST /api/console/content/revisions/:id/undo': content,
  'GET /api/console/content/reminders': content,
  'GET /api/console/content/suggestions': content,
  'POST /api/console/content/suggestions/dismiss': content,
  'GET /api/console/content/weekly': content,
  'GET /api/console/content/weekly.md': content,
};

/** The rule of a route, files included; undefined where nobody has thought of it. */
export function ruleOf(route: string): Rule | undefined {
  if (FILES.test(route)) return anybody;
  return RULES[route.replace(/^HEAD /, 'GET ')];
}
