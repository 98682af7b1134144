import type { Talk } from '../../bot/message.ts';
import type { Channel } from '../../bot/ports.ts';
import { agentLinks } from '../vendor/agent-links.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import { picturesAgain } from '../vendor/pictures-again.ts';
import { createReception } from '../vendor/reception.ts';
import { rememberedMedia } from '../vendor/remembered-media.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { agentCalls } from './agent-calls.ts';
import { dingtalkApi } from './api.ts';
import { type Heard, hear } from './hear.ts';
import { httpRoutes } from './http-routes.ts';
import { linkAgent } from './link-agent.ts';
import { loadPicture } from './load-picture.ts';
import { createReach } from './reach.ts';
import { registerCards } from './register-cards.ts';
import { sendLines } from './send.ts';
import { createSessions } from './sessions.ts';
import { createStream } from './stream.ts';
import { CARD_TOPIC } from './stream-address.ts';
import { openStreamLine } from './stream-line.ts';
import { takeCardClick } from './take-card-click.ts';
import { takeRobotMessage } from './take-robot-message.ts';
import { tellAgents } from './tell-agents.ts';

interface DingtalkOptions {
  /** Hosts (`name:port`) of pictures that may be private addresses. */
  readonly fileHosts?: readonly string[];
}

/** A robot at DingTalk, in people's own chats with it and where it is @-mentioned in groups. */
export function dingtalkChannel(
  config: DingtalkConfig,
  parts: VendorParts,
  { fileHosts = [] }: DingtalkOptions = {},
): Channel {
  const { app, store, seal, bus, time, publicUrl, log } = parts;
  const clock = (): Date => time.now();
  const api = dingtalkApi(config, parts);
  const sessions = createSessions(config, parts);
  const reach = createReach(api, config.clientId, sessions);
  const remembered = rememberedMedia('dingtalk', { vendor: store.vendor, seal });
  const load = (downloadCode: string) => loadPicture(api, config, downloadCode, fileHosts);
  const links = agentLinks('dingtalk', { vendor: store.vendor, seal, clock });
  const link = (talk: Talk, code: string) => linkAgent({ ...parts, links, reach }, talk, code);
  const cardSecret = seal.digest('dingtalk-card-callback');
  const onFault = (error: unknown): void => log.warn({ err: error }, 'DingTalk stream');

  const reception = createReception<Heard>({
    ...{ channel: 'dingtalk', inbox: store.inbox, seal, clock },
    onFault: (error, id) => log.error({ err: error, message: id }, 'DingTalk message could not be worked on'),
  });
  const takeMessage = (body: unknown) => takeRobotMessage({ ...parts, reception }, body);
  const takeClick = (body: unknown) => takeCardClick({ ...parts, links, reception }, body);
  const stream = createStream({
    ...{ time, onFault },
    openLine: (events) =>
      openStreamLine({
        ...{ config, time, onFault, ...events },
        answer: async (topic, body) => (topic === CARD_TOPIC ? takeClick(body) : ((await takeMessage(body)) ?? null)),
      }),
  });
  if (config.mode === 'http') {
    httpRoutes(app, { clientSecret: config.clientSecret, cardSecret, now: clock, takeMessage, takeClick });
  }
  const ends: (() => void)[] = [];

  return {
    name: 'dingtalk',
    async open(receive) {
      const hearing = { ...parts, receive, sessions, remembered, load, link };
      void reception.begin((heard, last) => hear(hearing, heard, last)).catch(onFault);
      if (config.mode === 'stream') stream.open();
      else if (config.cardTemplateId !== undefined)
        ends.push(registerCards({ ...{ api, config, time, publicUrl, cardSecret, onFault } }));
      const { agentGroup } = config;
      if (agentGroup === undefined) return;
      ends.push(
        tellAgents({
          ...{ store, bus, time, onFault },
          calls: agentCalls({ ...parts, config, api, reach, onFault }, agentGroup),
        }),
      );
    },
    send: (shipment) => sendLines({ ...parts, config, api, reach }, shipment),
    picturesAgain: (talk) => picturesAgain({ store, remembered, load }, talk, clock().toISOString()),
    async close() {
      stream.close();
      for (const end of ends) end();
      await reception.close();
    },
  };
}
