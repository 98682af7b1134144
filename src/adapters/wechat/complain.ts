import type { VendorParts } from '../vendor/vendor-parts.ts';
import type { PushFault } from './open-push.ts';

const WHERE = '公众号后台“服务器配置”';

/** What an operator can do about pushes that are not taken; nothing about bodies that nobody can read. */
const ADVICE: Readonly<Record<PushFault, string | undefined>> = {
  signature: `签名不符：请核对 WECHAT_TOKEN 与${WHERE}中的 Token`,
  stale: '微信消息的时间与服务器的相差超过 10 分钟：请校准服务器的时间',
  key: `解不开微信的消息：请核对 WECHAT_AES_KEY 与${WHERE}中的 EncodingAESKey，以及 WECHAT_APP_ID`,
  unencrypted: `收到没有加密的消息：设了 WECHAT_AES_KEY，${WHERE}里请选“安全模式”`,
  'no-key': `收到加密的消息：请把${WHERE}中的 EncodingAESKey 填到 WECHAT_AES_KEY`,
  unreadable: undefined,
};

const MINUTE = 60_000;

/** Tells the operator why pushes are not taken: the same at most once a minute, since anybody may send some. */
export function complaints({ log, time }: Pick<VendorParts, 'log' | 'time'>): (fault: PushFault) => void {
  const told = new Map<PushFault, number>();
  return (fault) => {
    const now = time.now().getTime();
    const advice = ADVICE[fault];
    if (advice === undefined || now - (told.get(fault) ?? Number.NEGATIVE_INFINITY) < MINUTE) return;
    told.set(fault, now);
    log.warn({ channel: 'wechat' }, advice);
  };
}
