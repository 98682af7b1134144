import { jsonBody, type SimAnswer, type SimRoute } from '../request.ts';
import { errcode } from './refusal.ts';
import type { World } from './world.ts';

const WINDOW_MS = 60_000;
const MESSAGES = 20;
const BLOCK_MS = 10 * 60_000;

type Json = Readonly<Record<string, unknown>>;

/** What a person sees of each msgtype; `undefined`: a needed field is missing. */
const WORDS: Readonly<Record<string, (part: Json) => unknown>> = {
  text: ({ content }) => content,
  markdown: ({ title, text }) => title && text,
  link: ({ title, text, messageUrl }) => title && messageUrl && text,
  actionCard: ({ title, text }) => title && text,
  feedCard: ({ links }) => (Array.isArray(links) && links.length > 0 ? JSON.stringify(links) : undefined),
};

interface Session {
  readonly to: string;
  readonly single: boolean;
  readonly until: number;
}

export interface SessionWebhook {
  /** The address that answers into this chat until then. */
  issue(to: string, single: boolean, until: number): string;
  /** POST /robot/sendBySession?session= */
  readonly send: SimRoute;
}

/**
 * Session webhooks with their expiry and the limit of 20 messages a minute, then ten minutes of silence.
 *
 * The pages name `session.expired` and `session.notExisted` but no number for them: here they come with 310000.
 * 400105 and 40035 are codes of the custom robot that no page read for this states.
 */
export function sessionWebhook({ clock, random, settings, record, chats }: World, base: () => string): SessionWebhook {
  const sessions = new Map<string, Session>();
  const recent = new Map<string, readonly number[]>();
  const blocked = new Map<string, number>();

  const tooFast = (to: string): boolean => {
    const now = clock.now();
    if (now < (blocked.get(to) ?? 0)) return true;
    const lately = (recent.get(to) ?? []).filter((at) => at > now - WINDOW_MS);
    if (lately.length >= MESSAGES) blocked.set(to, now + BLOCK_MS);
    recent.set(to, lately.length >= MESSAGES ? [] : [...lately, now]);
    return lately.length >= MESSAGES;
  };
  const malformed = (code: number, what: string): SimAnswer => {
    record.violations.push(`POST /robot/sendBySession: ${what}`);
    return errcode(code, what);
  };

  return {
    issue(to, single, until) {
      const key = random.id(32).toLowerCase();
      sessions.set(key, { to, single, until });
      return `${base()}/robot/sendBySession?session=${key}`;
    },
    send(request) {
      const session = sessions.get(request.query.get('session') ?? '');
      if (!session) return errcode(310000, 'session.notExisted');
      if (session.until <= clock.now()) return errcode(310000, 'session.expired');
      if (session.single && !settings.webhookInSingle) return errcode(310000, '仅支持群聊');
      const body = jsonBody(request);
      if (!body) return malformed(40035, 'the body is no JSON object');
      const kind = String(body.msgtype);
      if (kind === 'empty') return errcode(0, 'ok');
      const words = WORDS[kind];
      if (!words) return malformed(400105, `msgtype ${kind} is not known`);
      const text = words((body[kind] ?? {}) as Json);
      if (typeof text !== 'string' || text === '') return malformed(40035, `${kind}: a needed field is missing`);
      if (chats.groups.get(session.to) === 'disbanded') return errcode(400013, '群已被解散');
      if (tooFast(session.to)) return errcode(settings.webhookBusyCode, '发送速度太快而限流');
      const { atUserIds } = (body.at ?? {}) as Json;
      const mentions = Array.isArray(atUserIds) ? atUserIds.map(String) : [];
      chats.show(session.to, { via: 'session', kind, text, mentions, body });
      return errcode(0, 'ok');
    },
  };
}
