import type { DWClientDownStream } from 'dingtalk-stream';
import { ChannelError } from '../../bot/channel-error.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import type { Time } from '../vendor/vendor-parts.ts';
import { jsonIn } from './parse-card-click.ts';
import { SUBSCRIPTIONS, streamAddress } from './stream-address.ts';

/** Milliseconds for the handshake. */
const HANDSHAKE = 10_000;

export interface StreamLineParts {
  readonly config: DingtalkConfig;
  readonly time: Time;
  /** What is answered to a push; what it throws leaves the push unanswered, so that it may come again. */
  readonly answer: (topic: string, body: unknown) => Promise<unknown>;
  /** DingTalk sends nothing more on this line, and ends it in 10 s. */
  readonly onLeaving: () => void;
  readonly onClosed: () => void;
  readonly onFault: (error: unknown) => void;
}

/** One connection of DingTalk's own client. */
export interface StreamLine {
  /** Milliseconds since 1970 of the last sign of life. */
  heardAt(): number;
  close(): void;
  terminate(): void;
}

interface Socket {
  once(event: 'close', heard: () => void): void;
  on(event: 'open' | 'error', heard: (error?: unknown) => void): void;
  removeAllListeners(event: 'open' | 'error'): Socket;
  close(): void;
  terminate(): void;
}

/**
 * Opens one connection. Of dingtalk-stream 2.1.5 only its protocol is used: left
 * alone it reconnects without bounds, waits for ever, and ends the process at
 * a frame that it cannot read. It is loaded when it is first needed.
 */
export async function openStreamLine(parts: StreamLineParts): Promise<StreamLine> {
  const { config, time, answer, onLeaving, onClosed, onFault } = parts;
  const { DWClient } = await import('dingtalk-stream');
  const { clientId, clientSecret } = config;
  const client = new DWClient({ clientId, clientSecret, keepAlive: false });
  // Its default list of subscriptions is one for all clients, and is written to.
  Object.assign(client.config, { autoReconnect: false, subscriptions: [...SUBSCRIPTIONS] });
  let heardAt = time.now().getTime();

  const down = client.onDownStream.bind(client);
  client.onDownStream = (data) => {
    heardAt = time.now().getTime();
    const frame = frameIn(String(data));
    if (!frame) return onFault(new ChannelError('dingtalk', 'busy', '钉钉发来的一帧读不懂，已跳过。'));
    try {
      down(JSON.stringify(frame));
    } catch (error) {
      onFault(error);
    }
    if (frame.type === 'SYSTEM' && frame.headers.topic === 'disconnect') onLeaving();
  };
  client.onCallback = ({ headers: { topic, messageId }, data }) => {
    answer(topic, jsonIn(data))
      .then((response) => client.send(messageId, { response }))
      .catch(onFault);
  };
  Object.assign(client, { dw_url: await streamAddress(config) });
  // It logs to the console by itself, so that its own ears for these two are taken off, and its promise stays open. Where
  // it fails at once there is no socket, which is told below.
  client._connect().catch(() => {});
  const { socket } = client as unknown as { readonly socket?: Socket };
  if (!socket) throw unreachable();
  const giveUp = time.after(HANDSHAKE, () => socket.terminate());
  try {
    await new Promise<void>((resolve, reject) => {
      socket.removeAllListeners('open').on('open', () => resolve());
      socket.removeAllListeners('error').on('error', (error) => {
        socket.terminate();
        reject(unreachable(error));
      });
    });
  } finally {
    giveUp();
  }
  socket.once('close', onClosed);
  return { heardAt: () => heardAt, close: () => socket.close(), terminate: () => socket.terminate() };
}

function unreachable(cause?: unknown): ChannelError {
  return new ChannelError('dingtalk', 'network', '连不上钉钉的 Stream 通道：请检查服务器能否用 wss 访问外网。', {
    cause,
  });
}

/** A frame as the client can take it; undefined where it is none. */
function frameIn(text: string): DWClientDownStream | undefined {
  const read = jsonIn(text) as Partial<DWClientDownStream> | null | undefined;
  const { headers, data } = read ?? {};
  if (typeof headers?.topic !== 'string' || typeof headers.messageId !== 'string') return undefined;
  return { ...read, headers, data: typeof data === 'string' ? data : '' } as DWClientDownStream;
}
