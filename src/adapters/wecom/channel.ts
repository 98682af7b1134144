import { talkKey } from '../../bot/message.ts';
import type { Channel, Receive } from '../../bot/ports.ts';
import type { WecomConfig } from '../vendor/channel-configs.ts';
import { picturesAgain } from '../vendor/pictures-again.ts';
import { createReception } from '../vendor/reception.ts';
import { rememberedMedia } from '../vendor/remembered-media.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { createAccounts } from './accounts.ts';
import { callbackRoutes } from './callback-routes.ts';
import { eventOf, type WecomEvent } from './event-of.ts';
import { greet } from './greet.ts';
import { hear } from './hear.ts';
import { notArrived } from './not-arrived.ts';
import { pictureOf } from './picture-of.ts';
import { send } from './send.ts';
import { servicerSaid, sessionChanged } from './sessions.ts';
import type { SyncedItem } from './synced-item.ts';
import { createSyncing } from './syncing.ts';
import { createWecomApi } from './wecom-api.ts';
import type { WecomParts } from './wecom-parts.ts';

/** 微信客服 of WeCom: people write in WeChat; servicers in WeCom, or our own agents, take over. */
export function wecomChannel(config: WecomConfig, parts: VendorParts): Channel {
  const { app, store, seal, time, log } = parts;
  const now = (): string => time.now().toISOString();
  const wecom: WecomParts = { ...parts, config, now, api: createWecomApi(config, parts) };
  const accounts = createAccounts(wecom);
  const remembered = rememberedMedia('wecom', { vendor: store.vendor, seal });
  const reception = createReception<WecomEvent>({
    ...{ channel: 'wecom', inbox: store.inbox, seal, clock: time.now },
    onFault: (error, id) => log.error({ err: error, message: id }, 'a message of WeCom could not be worked on'),
  });
  const load = (media: string) => pictureOf(wecom.api, media);
  const syncing = createSyncing(wecom, accounts, async (item: SyncedItem) => {
    const event = eventOf(item);
    if (event) await reception.take({ id: event.id, key: talkKey(event.talk), at: event.at, event });
  });
  callbackRoutes({
    ...{ app, config, now: time.now },
    async rang(account, token) {
      await accounts.rang(account, token);
      syncing.ring(account);
    },
  });

  return {
    name: 'wecom',
    async open(receive) {
      const begun = reception.begin(async (event, last) => {
        await workOn(wecom, receive, event, last);
        return undefined;
      });
      // The service does not wait for WeCom to start.
      void begun.catch((error: unknown) => log.error({ err: error }, 'what was left of WeCom could not be worked on'));
      syncing.open();
    },
    send: (shipment) => send(wecom, shipment),
    picturesAgain: (talk) => picturesAgain({ store, remembered, load }, talk, now()),
    async close() {
      await syncing.close();
      await reception.close();
    },
  };
}

function workOn(wecom: WecomParts, receive: Receive, event: WecomEvent, last: boolean): Promise<void> {
  switch (event.is) {
    case 'said':
      return hear(wecom, receive, event, last);
    case 'servicer-said':
      return servicerSaid(wecom, event);
    case 'entered':
      return greet(wecom, event);
    case 'session':
      return sessionChanged(wecom, event);
    case 'not-arrived':
      return notArrived(wecom, event);
  }
}
