import { writeXml } from '../crypto/write-xml.ts';
import { type Pushed, push } from '../push.ts';
import { type SealedCall, sealedCall } from '../tencent/callback.ts';
import { bent } from '../tencent/hostile.ts';
import type { WecomHostile } from './ctl.ts';
import { bellFields, requestTo, secretsOf, wrapped } from './doorbell.ts';
import type { WecomWorld } from './world.ts';

/** The answer to the check of the address is due within 1 s. */
const VERIFY_MS = 1_000;

/** The GET behind 保存 in the back office: the echo is sealed, and must come back open and bare. */
export async function verifyUrl(world: WecomWorld, badSignature = false) {
  const { clock, random, pushTo } = world;
  const echo = `${random.below(2 ** 31)}${random.below(2 ** 31)}`;
  const { sealed, timestamp, nonce, msgSignature } = sealedCall(secretsOf(world), random, clock.now(), echo);
  const url = new URL(pushTo);
  const signature = badSignature ? msgSignature.replace(/^./, (first) => (first === '0' ? '1' : '0')) : msgSignature;
  for (const [name, value] of Object.entries({ msg_signature: signature, timestamp, nonce, echostr: sealed })) {
    url.searchParams.set(name, value);
  }
  const answer = await push(clock, { url: url.href, method: 'GET', cut: VERIFY_MS });
  return { ok: answer.is === 'answered' && answer.status === 200 && answer.body.toString() === echo, answer };
}

/** A request that a service must refuse. */
export function hostile(world: WecomWorld, kind: WecomHostile): Promise<Pushed> {
  const { options, clock, random } = world;
  const secrets = secretsOf(world);
  const plainOf = (token: string): string => writeXml(bellFields(world, token));
  const plain = plainOf(`ENC${random.id(100)}`);
  const now = clock.now();
  const wrap = (call: SealedCall) => wrapped(options.corpId, call);
  if (kind === 'plain') {
    return requestTo(world, { query: wrap(sealedCall(secrets, random, now, plain)).query, body: plain });
  }
  return requestTo(world, bent(kind, { secrets, random, now, plain, plainOf, wrap }));
}
