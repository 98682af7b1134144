import type { Seen } from '../dingtalk/chats.ts';
import type { DingTalkCtl } from '../dingtalk/ctl.ts';
import { dingtalkName } from './dingtalk-people.ts';
import type { Button, Shown } from './view.ts';

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The buttons of a card as the template of the documentation has them: those without words are hidden. */
const BUTTONS = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'person', 'solved'];

function cardLine(
  ctl: Pick<DingTalkCtl, 'card'>,
  outTrackId: string,
): Pick<Shown, 'form' | 'text' | 'buttons' | 'tail'> {
  const card = ctl.card(outTrackId);
  const { params = {}, privateParams = {} } = card ?? {};
  const isOpen = params.state === 'open';
  const buttons = BUTTONS.flatMap((id): readonly Button[] => (params[id] ? [{ id, label: params[id] }] : []));
  const told = Object.entries(privateParams).map(([user, own]) => `只有${dingtalkName(user)}看到：${text(own.hint)}`);
  return {
    form: 'text',
    text: (isOpen ? params.hint : params.picked) ?? '',
    buttons: isOpen ? buttons : [],
    tail: ['互动卡片', ...told].join(' · '),
  };
}

/** What the robot wrote, as DingTalk shows it. */
function shownOf(ctl: DingTalkCtl, seen: Seen, key: string): Shown {
  const { at, via, kind, text: words, mentions, body } = seen;
  const common = { key, at, side: 'service', who: '备案助手' } as const;
  const tail = mentions.length > 0 ? `提醒了 ${mentions.map(dingtalkName).join('、')}` : '';
  if (via === 'card') return { ...common, ...cardLine(ctl, words) };
  if (kind === 'sampleImageMsg') return { ...common, form: 'picture', text: '', picture: words, tail };
  const part = (via === 'session' ? body[kind] : body) as Json | undefined;
  const isMarkdown = kind === 'markdown' || kind === 'sampleMarkdown';
  const title = isMarkdown ? `会话列表里显示：${text(part?.title)}` : '';
  const named = isMarkdown ? words.replace(/@(\w+)/g, (_all, id: string) => `@${dingtalkName(id)}`) : words;
  return {
    ...common,
    form: isMarkdown ? 'markdown' : 'text',
    text: named,
    tail: [title, tail].filter(Boolean).join(' · '),
  };
}

/** What a person or a group sees of the robot. */
export const dingtalkLines = (ctl: DingTalkCtl, room: string): readonly Shown[] =>
  ctl.sent(room).map((seen, at) => shownOf(ctl, seen, `saw-${at}`));
