import { openPush } from './attempts.ts';
import type { Attempt, DingTalkCtl, SimPush } from './ctl.ts';
import type { FileHost } from './file-host.ts';
import { type HttpCall, httpAttempt } from './http-attempt.ts';
import { robotBody } from './robot-body.ts';
import { robotDelivery } from './robot-delivery.ts';
import { robotHeaders } from './sign.ts';
import type { FrameOptions } from './stream-frame.ts';
import type { StreamLines } from './stream-lines.ts';
import type { World } from './world.ts';

export const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';

/** An unanswered push counts as failed after this long (the Node SDK's comment). */
const ANSWER_MS = 60_000;

export interface RobotPushesOptions {
  readonly host: FileHost;
  readonly lines: StreamLines;
  readonly webhook: (to: string, single: boolean, until: number) => string;
  readonly pushTo: string | undefined;
}

export interface RobotPushes {
  readonly message: DingTalkCtl['robotMessage'];
  readonly replay: DingTalkCtl['replay'];
  /** Sends an event; without SUCCESS it comes once more after 60 s. */
  event(push: SimPush & { readonly attempts: Attempt[] }, frame: FrameOptions): SimPush;
  flush(): void;
}

const succeeded = ({ answer }: Attempt): boolean =>
  answer?.code === 200 && (JSON.parse(answer.data) as { readonly status?: unknown }).status === 'SUCCESS';

export function robotPushes(world: World, { host, lines, webhook, pushTo }: RobotPushesOptions): RobotPushes {
  const { clock, app, chats, lost } = world;
  const { deliver, flush } = robotDelivery(world);
  const calls = new Map<string, HttpCall>();
  const frames = new Map<string, FrameOptions>();
  return {
    flush,
    message(message) {
      const { user, group, type = 'text', at, outsider, sign } = message;
      if (!outsider && !chats.people.has(user)) chats.people.set(user, 'known');
      if (group !== undefined && !chats.groups.has(group)) chats.groups.set(group, 'known');
      const { msgId, text } = robotBody(world, host, message, webhook);
      if (group !== undefined && (at === false || ['audio', 'video', 'file'].includes(type))) {
        lost.push({ id: msgId, reason: at === false ? 'no @ in a group' : `${type} does not arrive from groups` });
        return openPush(msgId);
      }
      if (pushTo === undefined) {
        const frame = { type: 'CALLBACK', topic: ROBOT_TOPIC, data: text } as const;
        frames.set(msgId, frame);
        return deliver(msgId, () => lines.send(frame, ANSWER_MS));
      }
      return deliver(msgId, () => {
        const call = { url: pushTo, headers: robotHeaders(clock.now(), app.appSecret, sign), body: text };
        calls.set(msgId, call);
        return httpAttempt(world, call);
      });
    },
    replay(push) {
      const [call, frame] = [calls.get(push.id), frames.get(push.id)];
      if (!call && !frame) throw new Error(`${push.id} was not sent`);
      const attempt = call ? httpAttempt(world, call) : frame && lines.send(frame, ANSWER_MS);
      if (attempt) (push.attempts as Attempt[]).push(attempt);
      else lost.push({ id: push.id, reason: 'no connection to deliver it to' });
    },
    event(push, frame) {
      const once = (): void => {
        const attempt = lines.send(frame, ANSWER_MS);
        if (attempt) push.attempts.push(attempt);
        else lost.push({ id: push.id, reason: 'no connection to deliver it to' });
      };
      once();
      clock.after(ANSWER_MS, () => {
        if (!push.attempts.some(succeeded)) once();
      });
      return push;
    },
  };
}
