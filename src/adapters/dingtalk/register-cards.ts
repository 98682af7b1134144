import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import type { DingtalkApi } from './api.ts';
import { routeKeyOf } from './cards.ts';

/** Milliseconds between two tries. */
const AGAIN = 60_000;

interface RegisterCards extends Pick<VendorParts, 'time' | 'publicUrl'> {
  readonly api: DingtalkApi;
  readonly config: DingtalkConfig;
  readonly cardSecret: string;
  readonly onFault: (error: unknown) => void;
}

/** Tells DingTalk, in HTTP mode, where clicks on cards go and what they are signed with; until it took it. Gives what ends it. */
export function registerCards({ api, config, time, publicUrl, cardSecret, onFault }: RegisterCards): () => void {
  let callOff = (): void => {};
  const register = async (): Promise<void> => {
    if (publicUrl === undefined) {
      return onFault(new Error('卡片的按钮没有用：请设置 PUBLIC_URL，钉钉才知道点击发到哪里。'));
    }
    try {
      await api.call('POST', '/v1.0/card/callbacks/register', {
        apiSecret: cardSecret,
        callbackUrl: `${publicUrl}/dingtalk/card`,
        callbackRouteKey: routeKeyOf(config.clientId),
        forceUpdate: true,
      });
    } catch (error) {
      onFault(error);
      callOff = time.after(AGAIN, () => void register());
    }
  };
  void register();
  return () => callOff();
}
