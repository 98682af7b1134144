import type { ReadFields } from '../crypto/read-xml.ts';
import type { Fields } from '../crypto/write-xml.ts';
import type { Pushed } from '../push.ts';
import type { PushOptions, PushResult, Verdict, WechatSent } from './ctl.ts';
import { delivered, type Judged, requestTo } from './deliver.ts';
import { type Enveloped, enveloped } from './envelope.ts';
import { fieldsOf } from './fields.ts';
import { isEvent, type WechatMessage } from './message.ts';
import { granted, withGrant } from './quota.ts';
import { type PassiveReply, passiveReply } from './reply.ts';
import { show, userOf, type WechatWorld } from './world.ts';

/** What the user reads when a service fails. */
const BROKEN = '该公众号提供的服务出现故障，请稍后再试';
/** Above 2⁵³, so that a reader who takes it for a JavaScript number loses digits. */
const FIRST_MSG_ID = 23_000_000_000_000_001n;

export interface Pusher {
  push(message: WechatMessage, options?: PushOptions): Promise<PushResult>;
  replay(msgId?: string): Promise<Pushed>;
}

const wordsOf = ({ type, fields }: PassiveReply): Partial<Pick<WechatSent, 'text' | 'mediaId'>> => {
  const inner = Object.values(fields).find(
    (field): field is ReadFields => typeof field === 'object' && 'MediaId' in field,
  );
  const mediaId = inner?.MediaId;
  return {
    ...(type === 'text' ? { text: String(fields.Content) } : {}),
    ...(typeof mediaId === 'string' ? { mediaId } : {}),
  };
};

/** Pushes what users do to the service and makes of its answers what the platform makes of them. */
export function pusher(world: WechatWorld, transfer: (openid: string, account?: string) => void): Pusher {
  const { options, clock, random } = world;
  const secrets = { token: options.token, aesKey: options.aesKey, receiver: options.appId };
  const past: { readonly msgId: string; readonly envelope: Enveloped }[] = [];
  let pushes = 0n;

  /** Shows a reply, or hands the user to the desk. */
  const taken = (reply: PassiveReply, message: WechatMessage): Verdict => {
    world.violations.push(...reply.forgiven);
    const user = userOf(world, message.from);
    const what = { via: 'passive', type: reply.type, ...wordsOf(reply), body: reply.fields } as const;
    if (reply.type !== 'transfer_customer_service') {
      if (what.mediaId !== undefined && !world.media.find(what.mediaId))
        throw new Error(`unknown media ${what.mediaId}`);
      return { is: 'replied', reply: show(world, user, what) };
    }
    if (isEvent(message)) world.violations.push('transfer_customer_service in answer to an event');
    else {
      const info = reply.fields.TransInfo;
      const account = typeof info === 'object' && 'KfAccount' in info ? info.KfAccount : undefined;
      transfer(message.from, typeof account === 'string' && account !== '' ? account : undefined);
    }
    return { is: 'replied', reply: { at: clock.now(), ...what } };
  };

  const judge =
    (message: WechatMessage, how: PushOptions) =>
    (pushed: Pushed, { nonce }: Enveloped): Judged<Verdict> => {
      if (pushed.is !== 'answered') return { outcome: pushed.is };
      const invalid = (reason: string): Judged<Verdict> => ({
        outcome: 'invalid',
        decided: { is: 'userSawError', reason },
      });
      if (pushed.status !== 200) return invalid(`status ${pushed.status}`);
      const body = pushed.body.toString();
      if (body === '' || body === 'success') return { outcome: 'accepted', decided: { is: 'accepted' } };
      try {
        const reply = passiveReply(body, { openid: message.from, ghId: options.ghId, nonce, options: how, secrets });
        return { outcome: 'replied', decided: taken(reply, message) };
      } catch (error) {
        return invalid(error instanceof Error ? error.message : String(error));
      }
    };

  const idOf = (message: WechatMessage): string => {
    pushes += 1n;
    return isEvent(message) ? '' : (message.msgId ?? String(FIRST_MSG_ID + pushes * 2n));
  };

  /** What the platform notes down before it pushes. */
  const noted = (message: WechatMessage): void => {
    const user = userOf(world, message.from);
    const now = clock.now();
    user.exchanged = now;
    if (message.is === 'subscribe') user.subscribed = true;
    if (message.is === 'unsubscribe') user.subscribed = false;
    const grant = granted(message, now, world.rules);
    if (grant) user.grants = withGrant(user.grants, grant);
  };

  return {
    async push(message, how = {}) {
      noted(message);
      const msgId = idOf(message);
      const user = userOf(world, message.from);
      if (user.desk.is === 'held' && !isEvent(message)) {
        return { is: 'bypassed', agent: user.desk.account, msgId, deliveries: [] };
      }
      const createTime = Math.floor(clock.now() / 1000);
      const { url, media } = world;
      const fields: Fields = fieldsOf(message, { ghId: options.ghId, createTime, msgId, url, media });
      const envelope = (): Enveloped => {
        const keys = { ...secrets, aesKey: how.aesKey ?? secrets.aesKey };
        const made = enveloped(fields, how, keys, random, clock.now());
        past.push({ msgId, envelope: made });
        return made;
      };
      const { decided, deliveries } = await delivered<Verdict>({
        clock,
        pushTo: world.pushTo,
        max: world.rules.maxDeliveries,
        options: how,
        envelope,
        judge: judge(message, how),
      });
      const verdict: Verdict = decided ?? {
        is: 'userSawError',
        reason: `no answer to ${deliveries.length} deliveries`,
      };
      if (verdict.is === 'userSawError') {
        show(world, user, { via: 'platform', type: 'text', text: BROKEN, body: { reason: verdict.reason } });
      }
      return { ...verdict, msgId, deliveries };
    },
    async replay(msgId) {
      const found = past.findLast((one) => msgId === undefined || one.msgId === msgId);
      if (!found) throw new Error('nothing was pushed yet');
      return requestTo(clock, world.pushTo, found.envelope);
    },
  };
}
