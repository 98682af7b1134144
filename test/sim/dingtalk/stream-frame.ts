import type { World } from './world.ts';

export type FrameType = 'SYSTEM' | 'EVENT' | 'CALLBACK';

/** A frame from the gateway to the bot. `data` is JSON as text. */
export interface Frame {
  readonly specVersion: '1.0';
  readonly type: FrameType;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface FrameOptions {
  readonly type: FrameType;
  readonly topic: string;
  readonly data: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const streamFrame = (
  { clock, random, app }: World,
  connectionId: string,
  { type, topic, data, headers = {} }: FrameOptions,
): Frame => ({
  specVersion: '1.0',
  type,
  headers: {
    appId: app.appKey,
    connectionId,
    contentType: 'application/json',
    messageId: random.id(32),
    time: String(clock.now()),
    topic,
    ...headers,
  },
  data,
});

/** What the bot sent up, or what is wrong with it. */
export function readAck(
  text: string,
): { readonly messageId: string; readonly code: number; readonly data: string } | { readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: 'an ack that is no JSON' };
  }
  const { code, headers, data } = (value ?? {}) as Record<string, unknown>;
  const { messageId, contentType } = (headers ?? {}) as Record<string, unknown>;
  if (typeof messageId !== 'string') return { wrong: 'an ack without headers.messageId' };
  if (typeof code !== 'number') return { wrong: `ack ${messageId}: no code` };
  if (contentType !== 'application/json') return { wrong: `ack ${messageId}: contentType is not application/json` };
  if (typeof data !== 'string') return { wrong: `ack ${messageId}: data is not text` };
  try {
    JSON.parse(data);
  } catch {
    return { wrong: `ack ${messageId}: data is no JSON` };
  }
  return { messageId, code, data };
}
