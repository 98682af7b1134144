import type { PushResult, WechatSent } from '../wechat/ctl.ts';
import { seconds } from './journal.ts';
import type { Button, Judged, Shown } from './view.ts';

type Json = Readonly<Record<string, unknown>>;

const VIA = { passive: '被动回复', custom: '客服消息', agent: '公众平台的客服', platform: '微信' } as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The text around the choices of a menu, and the choices. */
function menuParts(body: Json): Pick<Shown, 'text' | 'buttons' | 'after'> {
  const { head_content: head, list, tail_content: tail } = (body.msgmenu ?? {}) as Json;
  const items = Array.isArray(list) ? (list as readonly Json[]) : [];
  return {
    text: text(head),
    after: text(tail),
    buttons: items.map(({ id, content }) => ({ id: text(id), label: text(content) })),
  };
}

function shownOf(sent: WechatSent, key: string): Shown {
  const { at, via, type, text: words = '', mediaId, body } = sent;
  const common = { key, at, side: via === 'platform' ? 'note' : 'service', who: VIA[via] } as const;
  if (type === 'image') return { ...common, form: 'picture', text: '', picture: mediaId ?? '' };
  if (type === 'msgmenu') return { ...common, form: 'text', ...menuParts(body) };
  return { ...common, form: 'text', text: type === 'text' ? words : `[${type}] ${words}` };
}

/** What a user of the account sees. */
export const wechatLines = (sent: readonly WechatSent[]): readonly Shown[] =>
  sent.map((one, at) => shownOf(one, `saw-${at}`));

/** What the platform made of the service's answer. */
export function judgedOf(result: PushResult): Judged {
  const last = result.deliveries.at(-1);
  const count = result.deliveries.length;
  const how = last ? `用时 ${seconds(last.took)}${count > 1 ? `，第 ${count} 次推送` : ''}` : '';
  switch (result.is) {
    case 'replied':
      return result.reply.type === 'transfer_customer_service'
        ? { tone: 'good', text: `转给公众平台的客服，${how}` }
        : { tone: 'good', text: `被动回复，${how}` };
    case 'accepted':
      return { tone: 'good', text: `服务已收下，没有被动回复，${how}` };
    case 'bypassed':
      return { tone: 'notice', text: '公众平台的客服正在接待，没有推送给服务' };
    case 'userSawError':
      return { tone: 'problem', text: `用户看到了报错：${reasonOf(result)}` };
  }
}

function reasonOf({ reason, deliveries }: PushResult & { readonly is: 'userSawError' }): string {
  const isRefusal = deliveries.some(({ outcome }) => outcome === 'invalid');
  if (isRefusal) return reason;
  const isThere = deliveries.some(({ outcome }) => outcome === 'cut');
  return `推送了 ${deliveries.length} 次，${isThere ? '服务都没有及时回答' : '都连不上服务'}`;
}

/** The buttons of the menu under the conversation, those of a sub-menu named after it. */
export function menuButtons(menu: unknown): readonly Button[] {
  const list = (menu as { readonly button?: unknown } | undefined)?.button;
  if (!Array.isArray(list)) return [];
  const flat = (list as readonly Json[]).flatMap((top) =>
    Array.isArray(top.sub_button) && top.sub_button.length > 0
      ? (top.sub_button as readonly Json[]).map(
          (one): Json => ({ ...one, name: `${text(top.name)} › ${text(one.name)}` }),
        )
      : [top],
  );
  return flat.map(({ name, key, url }) =>
    url === undefined ? { id: text(key), label: text(name) } : { id: text(url), label: text(name), link: text(url) },
  );
}
