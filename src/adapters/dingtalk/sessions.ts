import { type Talk, talkKey } from '../../bot/message.ts';
import { callJson } from '../vendor/call-json.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { faultOf } from './fault-of.ts';
import type { Session } from './parse-robot-message.ts';

/** Milliseconds for which a person's name in a group is kept, so that a late answer can name them. */
const NAMED = 7 * 24 * 3_600_000;
/** A webhook takes 20 messages a minute, and is then silent for ten minutes (0717): the others go over the API. */
const MOST = 18;
const MINUTE = 60_000;
const SILENT = 10 * MINUTE;

export interface Sessions {
  keep(talk: Talk, session: Session, at: string): Promise<void>;
  of(talk: Talk): Promise<Session | undefined>;
  /** Says something through a session; false where it has to go another way. Throws where DingTalk could not be reached. */
  say(session: Session, title: string, text: string, mentions: readonly string[]): Promise<boolean>;
}

/** The webhooks that came with messages, sealed: whoever knows one can speak for the robot. */
export function createSessions(
  { oapiBase }: { readonly oapiBase: string },
  { store: { vendor }, seal, time }: Pick<VendorParts, 'store' | 'seal' | 'time'>,
): Sessions {
  const nameOf = (talk: Talk): string => `dingtalk:session:${seal.digest(talkKey(talk))}`;
  const said = new Map<string, readonly number[]>();
  const silent = new Map<string, number>();
  const now = (): number => time.now().getTime();

  const hasRoom = (url: string): boolean => {
    for (const [one, until] of silent) if (until <= now()) silent.delete(one);
    for (const [one, times] of said) if (times.every((at) => at <= now() - MINUTE)) said.delete(one);
    const lately = (said.get(url) ?? []).filter((at) => at > now() - MINUTE);
    if (silent.has(url) || lately.length >= MOST) return false;
    said.set(url, [...lately, now()]);
    return true;
  };
  return {
    async keep(talk, session, at) {
      const until = new Date(now() + NAMED).toISOString();
      await vendor.remember(nameOf(talk), seal.seal(JSON.stringify(session)), until, at);
    },
    async of(talk) {
      const sealed = await vendor.recall(nameOf(talk), time.now().toISOString());
      return sealed === undefined ? undefined : (JSON.parse(seal.open(sealed)) as Session);
    },
    async say({ url, until }, title, text, mentions) {
      if (until <= now() || !isDingtalk(url, oapiBase) || !hasRoom(url)) return false;
      const at = { atUserIds: mentions, isAtAll: false };
      const answer = await callJson('dingtalk', url, { body: { msgtype: 'markdown', markdown: { title, text }, at } });
      const fault = faultOf(answer);
      if (fault?.fault === 'rate') silent.set(url, now() + SILENT);
      return fault === undefined;
    },
  };
}

/** Whether an address is one of DingTalk's, or of the base that the operator has set. */
function isDingtalk(url: string, base: string): boolean {
  if (!URL.canParse(url)) return false;
  const { host, protocol, hostname } = new URL(url);
  return host === new URL(base).host || (protocol === 'https:' && hostname.endsWith('.dingtalk.com'));
}
