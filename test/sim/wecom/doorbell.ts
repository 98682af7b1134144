import { type Fields, writeXml } from '../crypto/write-xml.ts';
import { type Pushed, push } from '../push.ts';
import { type CallbackRequest, type CallbackSecrets, type SealedCall, sealedCall } from '../tencent/callback.ts';
import type { Doorbell, Ring } from './ctl.ts';
import type { Announce, WecomWorld } from './world.ts';

/** The platform hangs up after 5 s; a doorbell's token is good for 10 min. */
const CUT_MS = 5_000;
const TOKEN_MS = 10 * 60_000;

export const secretsOf = ({ options, rules }: WecomWorld): CallbackSecrets => ({
  token: options.token,
  aesKey: options.aesKey,
  receiver: rules.receiver,
});

/** Query and body around a sealed call. */
export const wrapped = (corpId: string, { sealed, timestamp, nonce, msgSignature }: SealedCall): CallbackRequest => ({
  query: { msg_signature: msgSignature, timestamp, nonce },
  body: writeXml({ ToUserName: corpId, AgentID: '', Encrypt: sealed }),
});

export function requestTo({ clock, pushTo }: WecomWorld, { query, body }: CallbackRequest): Promise<Pushed> {
  const url = new URL(pushTo);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return push(clock, { url: url.href, headers: { 'content-type': 'text/xml' }, body, cut: CUT_MS });
}

/** What a doorbell says: that there is something to fetch, and the token to fetch it with. */
export function bellFields({ options, clock }: WecomWorld, token: string): Fields {
  return {
    ToUserName: options.corpId,
    CreateTime: Math.floor(clock.now() / 1000),
    MsgType: 'event',
    Event: 'kf_msg_or_event',
    Token: token,
    OpenKfId: options.openKfId,
  };
}

export interface Bell {
  readonly announce: Announce;
  ring(): Promise<Ring>;
  replay(): Promise<Pushed>;
}

/** Rings the service and keeps ringing, in fresh envelopes, until it answers 200 or the platform gives up. */
export function doorbell(world: WecomWorld): Bell {
  const { clock, random } = world;
  let last: CallbackRequest | undefined;

  const rungWith = async (text: string): Promise<Ring> => {
    const deliveries: Pushed[] = [];
    if (world.pushTo === '') return { answered: false, deliveries };
    for (let count = 0; count < world.rules.maxDeliveries; count += 1) {
      last = wrapped(world.options.corpId, sealedCall(secretsOf(world), random, clock.now(), text));
      const pushed = await requestTo(world, last);
      deliveries.push(pushed);
      if (pushed.is === 'answered' && pushed.status === 200) return { answered: true, deliveries };
    }
    return { answered: false, deliveries };
  };
  const bell = (): string => {
    const token = `ENC${random.id(100)}`;
    world.bells.set(token, clock.now() + TOKEN_MS);
    return writeXml(bellFields(world, token));
  };
  const rings = (how: Doorbell): Promise<readonly Ring[]> => {
    if (how === 'lost' || how === 'held') return Promise.resolve([]);
    if (typeof how === 'object') {
      return new Promise((done) => clock.after(how.late, () => void rungWith(bell()).then((ring) => done([ring]))));
    }
    const text = bell();
    return Promise.all(how === 'doubled' ? [rungWith(text), rungWith(text)] : [rungWith(text)]);
  };

  return {
    announce(items, how = 'once') {
      world.items.push(...items);
      return { msgid: items.at(-1)?.msgid ?? '', rings: rings(how) };
    },
    ring: () => rungWith(bell()),
    async replay() {
      if (!last) throw new Error('nothing was rung yet');
      return requestTo(world, last);
    },
  };
}
