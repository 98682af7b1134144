import { ChannelError } from '../../bot/channel-error.ts';
import { callJson } from '../vendor/call-json.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import type { Check } from '../vendor/check.ts';
import { fetchToken } from './api.ts';
import { faultOf } from './fault-of.ts';
import { streamAddress } from './stream-address.ts';

/** Whether the robot can work: its keys, the robot itself, and the way on which messages come. Writes to nobody. */
export async function checkDingtalk(config: DingtalkConfig): Promise<readonly Check[]> {
  const keys = await tried('钉钉凭证', async () => {
    const { token } = await fetchToken(config);
    return { token, what: `钉钉认这组凭证（${config.clientId}）。` };
  });
  const token = 'token' in keys ? keys.token : undefined;
  if (token === undefined) return [keys.check];
  const robot = await tried('钉钉机器人', () => askRobot(config, token));
  const way = await tried('钉钉消息接收', () => askWay(config));
  return [keys.check, robot.check, way.check];
}

/** Asks for a file that cannot be there: the answer tells whether there is a robot. */
async function askRobot({ apiBase, clientId }: DingtalkConfig, token: string): Promise<{ readonly what: string }> {
  const answer = await callJson('dingtalk', `${apiBase}/v1.0/robot/messageFiles/download`, {
    headers: { 'x-acs-dingtalk-access-token': token },
    body: { downloadCode: 'none', robotCode: clientId },
  });
  const fault = faultOf(answer);
  if (fault && fault.fault !== 'refused') throw fault;
  return { what: `机器人 ${clientId} 在。` };
}

async function askWay(config: DingtalkConfig): Promise<{ readonly what: string }> {
  if (config.mode === 'http') {
    return { what: 'HTTP 模式：请确认开放平台的“消息接收地址”是本服务的公网地址加 /dingtalk。' };
  }
  await streamAddress(config);
  return { what: 'Stream 模式：可以连接。' };
}

type Tried<Found> = ({ readonly check: Check } & Found) | { readonly check: Check };

async function tried<Found extends { readonly what: string }>(
  name: string,
  ask: () => Promise<Found>,
): Promise<Tried<Found>> {
  try {
    const found = await ask();
    return { ...found, check: { name, ok: true, what: found.what } };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    const [what = error.message, ...todo] = error.message.split('：');
    return { check: { name, ok: false, what: `${what}。`, ...(todo.length > 0 && { todo: todo.join('：') }) } };
  }
}
