import { ChannelError } from '../../bot/channel-error.ts';
import { callJson } from '../vendor/call-json.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import { faultOf } from './fault-of.ts';

const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';
export const CARD_TOPIC = '/v1.0/card/instances/callback';

/** What DingTalk is to push. */
export const SUBSCRIPTIONS = [ROBOT_TOPIC, CARD_TOPIC].map((topic) => ({ type: 'CALLBACK', topic }));

/** Asks where to connect. The ticket in it opens one connection, within 90 s. */
export async function streamAddress({ apiBase, clientId, clientSecret }: DingtalkConfig): Promise<string> {
  const body = { clientId, clientSecret, ua: 'beian-assistant', subscriptions: SUBSCRIPTIONS };
  const answer = await callJson('dingtalk', `${apiBase}/v1.0/gateway/connections/open`, { body });
  const fault = faultOf(answer);
  if (fault) throw fault;
  const { endpoint, ticket } = answer.body;
  if (typeof endpoint === 'string' && typeof ticket === 'string')
    return `${endpoint}?ticket=${encodeURIComponent(ticket)}`;
  throw new ChannelError('dingtalk', 'busy', '钉钉没有给出 Stream 通道的地址，过一会儿自动再试。');
}
