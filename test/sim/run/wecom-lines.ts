import type { Ring, WecomSent } from '../wecom/ctl.ts';
import type { Button, Judged, Shown } from './view.ts';

type Json = Readonly<Record<string, unknown>>;

const VIA = { api: '备案咨询', event: '备案咨询（事件回复）', agent: '企业微信里的接待人员' } as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function itemOf(item: Json): Button | string {
  const type = text(item.type);
  const { id, content, url } = (item[type] ?? {}) as Json;
  if (type === 'text') return text(content);
  return { id: text(id) || text(content), label: text(content), ...(type === 'view' && { link: text(url) }) };
}

function menuParts(body: Json): Pick<Shown, 'text' | 'buttons' | 'after'> {
  const { head_content: head, list, tail_content: tail } = (body.msgmenu ?? {}) as Json;
  const items = (Array.isArray(list) ? (list as readonly Json[]) : []).map(itemOf);
  const lines = items.filter((item): item is string => typeof item === 'string');
  return {
    text: [text(head), ...lines].filter(Boolean).join('\n\n'),
    after: text(tail),
    buttons: items.filter((item): item is Button => typeof item !== 'string'),
  };
}

function shownOf({ at, via, type, text: words = '', mediaId, body }: WecomSent, key: string): Shown {
  const common = { key, at, side: 'service', who: VIA[via] } as const;
  if (type === 'image') return { ...common, form: 'picture', text: '', picture: mediaId ?? '' };
  if (type === 'msgmenu') return { ...common, form: 'text', ...menuParts(body) };
  return { ...common, form: 'text', text: type === 'text' ? words : `[${type}] ${words}` };
}

/** What a customer sees. */
export const wecomLines = (sent: readonly WecomSent[]): readonly Shown[] =>
  sent.map((one, at) => shownOf(one, `saw-${at}`));

/** Whether the service heard the doorbell; the answer itself comes by another way. */
export function judgedOf(rings: readonly Ring[]): Judged {
  const count = rings.reduce((sum, { deliveries }) => sum + deliveries.length, 0);
  if (rings.length === 0) return { tone: 'notice', text: '没有通知服务' };
  return rings.some(({ answered }) => answered)
    ? { tone: 'good', text: `服务收到了通知${count > 1 ? `，共推送 ${count} 次` : ''}` }
    : { tone: 'problem', text: `推送了 ${count} 次，服务都没有应答` };
}
