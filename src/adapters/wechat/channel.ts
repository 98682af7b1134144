import type { Channel, Receive } from '../../bot/ports.ts';
import type { WechatConfig } from '../vendor/channel-configs.ts';
import { createReception } from '../vendor/reception.ts';
import { rememberedMedia } from '../vendor/remembered-media.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { answering } from './answering.ts';
import { wechatApi } from './api.ts';
import { createExchanges } from './exchange.ts';
import { LATER } from './go-on.ts';
import { wechatRoutes } from './routes.ts';
import { send } from './send.ts';
import type { Wechat } from './wechat.ts';
import { picturesAgain, type WechatEvent, work } from './work.ts';

/**
 * An Official Account of WeChat. Answers go with the answer to the push where
 * they are ready in time, since that is not counted, or else as customer-service
 * messages, which unverified accounts do not have.
 */
export function wechatChannel(config: WechatConfig, parts: VendorParts): Channel {
  const { store, seal, time, log } = parts;
  const wechat: Wechat = { config, parts, api: wechatApi(config, parts) };
  const remembered = rememberedMedia('wechat', { vendor: store.vendor, seal });
  const onFault = (error: unknown, message: string): void =>
    log.error({ channel: 'wechat', err: error, message }, '微信消息没有处理成');
  let open: (receive: Receive) => void = () => {};
  let abandon: (error: Error) => void = () => {};
  // Until there is somebody to answer, what comes is kept and waits.
  const receiving = new Promise<Receive>((resolve, reject) => {
    open = resolve;
    abandon = reject;
  });
  receiving.catch(() => {});
  const reception = createReception<WechatEvent>({
    ...{ channel: 'wechat', inbox: store.inbox, seal, clock: () => time.now(), onFault },
    work: async (event, last) => work({ wechat, remembered, receive: await receiving }, event, last),
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
      open(receive);
      void reception.resume().catch((error) => onFault(error, 'resume'));
    },
    send: (shipment) => send(wechat, shipment),
    picturesAgain: (talk) => picturesAgain({ wechat, remembered }, talk),
    async close() {
      abandon(new Error('The channel is closed'));
      exchanges.close();
      await reception.close();
    },
  };
}
