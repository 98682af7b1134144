import type { SimClock } from '../clock.ts';
import { seededRandom } from '../random.ts';
import { simRecord, simServer } from '../server.ts';
import { openPush } from './attempts.ts';
import { cardClick } from './card-click.ts';
import { cardDesk } from './card-routes.ts';
import { chats } from './chats.ts';
import type { DingTalkCtl } from './ctl.ts';
import { fileHost } from './file-host.ts';
import { tickets } from './gateway-open.ts';
import { ipLimit } from './ip-limit.ts';
import { mediaStore } from './media-upload.ts';
import { wording } from './refusal.ts';
import { robotPushes } from './robot-pushes.ts';
import { groupSend, singleSend } from './robot-send.ts';
import { sessionWebhook } from './session-webhook.ts';
import { usualSettings } from './settings.ts';
import { streamLines } from './stream-lines.ts';
import { tokens } from './tokens.ts';
import type { World } from './world.ts';

export interface DingTalkSimOptions {
  readonly clock: SimClock;
  readonly seed: number;
  readonly appKey: string;
  readonly appSecret: string;
  readonly robotCode: string;
  readonly corpId?: string;
  /** HTTP mode: where robot messages are posted. Left out: Stream mode. */
  readonly pushTo?: string;
  /** Any free ones if left out. */
  readonly ports?: { readonly api: number; readonly oapi: number };
  /** Files on the host of the old API, for a service that fetches nothing from private hosts it was not told of. */
  readonly filesOnOapi?: boolean;
}

export interface DingTalkSim {
  /** In place of https://api.dingtalk.com */
  readonly url: string;
  /** In place of https://oapi.dingtalk.com; session webhooks point here too. */
  readonly oapiUrl: string;
  /** The host of downloadable files. */
  readonly filesUrl: string;
  readonly ctl: DingTalkCtl;
  close(): Promise<void>;
}

const OPEN = ['/v1.0/gateway/connections/open', '/v1.0/oauth2/accessToken'];

/** DingTalk on three ports of 127.0.0.1: the open API with its Stream gateway, the old API, and the file host. */
export async function dingtalkSim(options: DingTalkSimOptions): Promise<DingTalkSim> {
  const {
    clock,
    seed,
    appKey,
    appSecret,
    robotCode,
    corpId = 'dingcorp',
    pushTo,
    ports,
    filesOnOapi = false,
  } = options;
  const record = simRecord();
  const world: World = {
    clock,
    random: seededRandom(seed),
    app: { appKey, appSecret, robotCode, corpId },
    settings: { ...usualSettings },
    record,
    chats: chats(clock),
    lost: [],
  };
  const token = tokens(world);
  const limit = ipLimit(world);
  const media = mediaStore(world);
  const desk = cardDesk(world);
  const words = wording(() => world.settings.tokenErrorStatus);
  const host = fileHost(world, () => (filesOnOapi ? oapi : files).url);
  const webhook = sessionWebhook(world, () => oapi.url);
  const gateway = tickets(world, () => `${api.url.replace('http', 'ws')}/connect`);

  const api = await simServer({
    clock,
    record,
    wording: words,
    ...(ports && { port: ports.api }),
    before: (request) => limit.check() ?? (OPEN.includes(request.path) ? undefined : token.check(request)),
    routes: {
      'POST /v1.0/gateway/connections/open': gateway.open,
      'POST /v1.0/oauth2/accessToken': token.issue,
      'POST /v1.0/robot/groupMessages/send': groupSend(world, media.has),
      'POST /v1.0/robot/oToMessages/batchSend': singleSend(world, media.has),
      'POST /v1.0/robot/messageFiles/download': host.link,
      ...desk.routes,
    },
  });
  const oapi = await simServer({
    clock,
    record,
    wording: words,
    ...(ports && { port: ports.oapi }),
    before: (request) => limit.check() ?? (request.path === '/media/upload' ? token.checkOld(request) : undefined),
    routes: {
      'GET /gettoken': token.issueOld,
      'POST /media/upload': media.upload,
      'POST /robot/sendBySession': webhook.send,
      ...(filesOnOapi && { 'GET /*': host.serve }),
    },
  });
  const files = await simServer({ clock, record, wording: words, routes: { 'GET /*': host.serve } });
  const lines = streamLines(world, api.http, gateway);
  const robot = robotPushes(world, { host, lines, webhook: webhook.issue, pushTo });

  const ctl: DingTalkCtl = {
    log: record.log,
    violations: record.violations,
    lost: world.lost,
    fault: record.faults.add,
    set(settings) {
      Object.assign(world.settings, settings);
      if (world.settings.outOfOrder === 0) robot.flush();
    },
    sent: world.chats.seen,
    waitSent: world.chats.wait,
    person: (user, is) => void world.chats.people.set(user, is),
    group: (id, is) => void world.chats.groups.set(id, is),
    robotMessage: robot.message,
    replay: robot.replay,
    event(eventType, data) {
      const push = openPush(world.random.id(24));
      const headers = {
        eventType,
        eventId: push.id,
        eventCorpId: corpId,
        eventBornTime: String(clock.now()),
        eventUnifiedAppId: 'sim',
      };
      return robot.event(push, { type: 'EVENT', topic: '*', data: JSON.stringify(data), headers });
    },
    rawFrame: (text) => lines.at()[0]?.raw(text),
    lines: () => lines.all.map(({ id, state }) => ({ id, state })),
    connected: lines.connected,
    disconnect: lines.disconnect,
    zombie: (target, stillPings = false) => {
      for (const line of lines.at(target)) line.mute('zombie', stillPings);
    },
    drop: (target) => {
      for (const { ws } of lines.at(target)) ws.terminate();
    },
    pauseTcp(target) {
      const goOn = lines.at(target).map((line) => line.pause());
      return () => {
        for (const one of goOn) one();
      };
    },
    expireToken: token.expire,
    blockIp: limit.block,
    uploaded: media.get,
    card: (outTrackId) => desk.cards.get(outTrackId),
    clickCard: cardClick(world, desk, lines),
  };
  return {
    ...{ url: api.url, oapiUrl: oapi.url, filesUrl: files.url, ctl },
    async close() {
      lines.close();
      await Promise.all([api.close(), oapi.close(), files.close()]);
    },
  };
}
