import type { Channel } from '../../bot/ports.ts';
import type { WechatConfig } from '../vendor/channel-configs.ts';
import { picturesAgain } from '../vendor/pictures-again.ts';
import { createReception } from '../vendor/reception.ts';
import { rememberedMedia } from '../vendor/remembered-media.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { answering } from './answering.ts';
import { wechatApi } from './api.ts';
import { createExchanges } from './exchange.ts';
import { LATER } from './go-on.ts';
import { loadPicture } from './media.ts';
import { wechatRoutes } from './routes.ts';
import { send } from './send.ts';
import type { Wechat } from './wechat.ts';
import { type WechatEvent, work } from './work.ts';

/**
 * An Official Account of WeChat. Answers go with the answer to the push where
 * they are ready in time, since that is not counted, or else as customer-service
 * messages, which unverified accounts do not have.
 */
export function wechatChannel(config: WechatConfig, parts: VendorParts): Channel {
  const { store, seal, time, log } = parts;
  const wechat: Wechat = { config, parts, api: wechatApi(config, parts) };
  const load = (media: string) => loadPicture(wechat.api, media);
  const remembered = rememberedMedia('wechat', { vendor: store.vendor, seal });
  const onFault = (error: unknown, message: string): void =>
    log.error({ channel: 'wechat', err: error, message }, '微信消息没有处理成');
  const reception = createReception<WechatEvent>({
    ...{ channel: 'wechat', inbox: store.inbox, seal, clock: () => time.now(), onFault },
  });
  const exchanges = createExchanges({
    time,
    sendsLater: config.verified,
    later: { MsgType: 'text', Content: LATER },
    onFault,
  });
  parts.app.addHook('preClose', async () => exchanges.close());
  wechatRoutes(wechat, answering(wechat, reception, exchanges));
  return {
    name: 'wechat',
    async open(receive) {
      void reception
        .begin((event, last) => work({ wechat, remembered, receive }, event, last))
        .catch((error) => onFault(error, 'begin'));
    },
    send: (shipment) => send(wechat, shipment),
    picturesAgain: (talk) => picturesAgain({ store, remembered, load }, talk, time.now().toISOString()),
    async close() {
      exchanges.close();
      await reception.close();
    },
  };
}
