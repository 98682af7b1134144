import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ROBOT_TOPIC } from './robot-pushes.ts';
import type { Frame } from './stream-frame.ts';

/** The least that can hold a Stream connection: for tests of the simulator that need several, or rude, clients. */
export interface BareBot {
  /** Frames in their order, pings left out. */
  readonly frames: readonly Frame[];
  /** The bodies of the robot messages among them. */
  messages(): readonly Record<string, unknown>[];
  ack(frame: Frame, data?: unknown): void;
  raw(text: string): void;
  readonly closed: Promise<unknown>;
  close(): void;
}

/** Connects. `acks` true: everything is acked as it comes. */
export async function bareBot(
  url: string,
  app: { readonly appKey: string; readonly appSecret: string },
  { acks = true, topics = [ROBOT_TOPIC] }: { readonly acks?: boolean; readonly topics?: readonly string[] } = {},
): Promise<BareBot> {
  const response = await fetch(`${url}/v1.0/gateway/connections/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      clientId: app.appKey,
      clientSecret: app.appSecret,
      subscriptions: topics.map((topic) => ({ type: 'CALLBACK', topic })),
    }),
  });
  const { endpoint, ticket } = (await response.json()) as { readonly endpoint: string; readonly ticket: string };
  const ws = new WebSocket(`${endpoint}?ticket=${encodeURIComponent(ticket)}`);
  const frames: Frame[] = [];
  const ack = ({ headers }: Frame, data: unknown = { response: null }): void => {
    const up = { contentType: 'application/json', messageId: headers.messageId };
    ws.send(JSON.stringify({ code: 200, headers: up, message: 'OK', data: JSON.stringify(data) }));
  };
  ws.on('message', (message) => {
    const frame = JSON.parse(String(message)) as Frame;
    if (frame.headers.topic === 'ping') return ack(frame, JSON.parse(frame.data));
    frames.push(frame);
    if (acks && frame.type !== 'SYSTEM') ack(frame);
  });
  const closed = new Promise((done) => ws.once('close', done));
  await once(ws, 'open');
  return {
    frames,
    messages: () => frames.filter(({ headers }) => headers.topic === ROBOT_TOPIC).map(({ data }) => JSON.parse(data)),
    ack,
    raw: (text) => ws.send(text),
    closed,
    close: () => ws.terminate(),
  };
}
