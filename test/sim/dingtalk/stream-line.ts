import type { WebSocket } from 'ws';
import { openAttempt } from './attempts.ts';
import type { Attempt } from './ctl.ts';
import type { Subscription } from './gateway-open.ts';
import { type FrameOptions, readAck, streamFrame } from './stream-frame.ts';
import type { LineState } from './stream-lines.ts';
import type { World } from './world.ts';

/** Pings come this often and must be echoed within the other. */
const PING_MS = 25_000;
const ECHO_MS = 5_000;

/** One WebSocket connection of a bot. */
export interface StreamLine {
  readonly id: string;
  readonly ws: WebSocket;
  readonly state: LineState;
  hears(type: string, topic: string): boolean;
  /** `within`: ms in which the answer is due; a later one is a violation. None: no answer is expected. */
  send(options: FrameOptions, within?: number): Attempt;
  raw(text: string): void;
  /** Nothing is delivered from now on. */
  mute(state: 'leaving' | 'zombie', stillPings: boolean): void;
  pause(): () => void;
}

export function streamLine(world: World, ws: WebSocket, subscriptions: readonly Subscription[]): StreamLine {
  const { clock, random, record } = world;
  const id = random.id(32);
  const open = new Map<string, ReturnType<typeof openAttempt>>();
  let state: LineState = 'live';
  let pings = true;
  let held: string[] | undefined;

  const raw = (text: string): void => {
    if (held) held.push(text);
    else ws.send(text);
  };
  const send: StreamLine['send'] = (options, within) => {
    const frame = streamFrame(world, id, options);
    const { messageId = '' } = frame.headers;
    const opened = openAttempt(messageId, clock.now(), id);
    if (within === undefined) opened.end();
    else {
      open.set(messageId, opened);
      clock.after(within, () => {
        if (opened.isOver() || held) return;
        record.violations.push(`${options.topic} ${messageId}: no answer within ${within} ms`);
      });
    }
    raw(JSON.stringify(frame));
    return opened.attempt;
  };
  const ping = (): void => {
    if (state === 'closed' || !pings) return;
    const opaque = random.id(24);
    const { answered } = send({ type: 'SYSTEM', topic: 'ping', data: JSON.stringify({ opaque }) }, ECHO_MS);
    answered.then((answer) => {
      if (!answer) return;
      const echo = JSON.parse(answer.data) as { readonly opaque?: unknown };
      if (answer.code !== 200 || echo.opaque !== opaque) record.violations.push('ping: not echoed as it was sent');
    });
    clock.after(PING_MS, ping);
  };
  clock.after(PING_MS, ping);

  ws.on('message', (message) => {
    const ack = readAck(String(message));
    if ('wrong' in ack) {
      record.violations.push(ack.wrong);
      return;
    }
    const { messageId, code, data } = ack;
    const ended = open.get(messageId)?.end({ code, data, at: clock.now() });
    if (ended === undefined) record.violations.push(`ack ${messageId}: no frame waits for it`);
    if (ended === false) record.violations.push(`ack ${messageId}: a second one`);
  });
  ws.on('close', () => {
    state = 'closed';
    for (const opened of open.values()) opened.end();
  });
  ws.on('error', () => undefined);

  return {
    id,
    ws,
    get state() {
      return state;
    },
    hears: (type, topic) => subscriptions.some((one) => one.type === type && one.topic === topic),
    send,
    raw,
    mute(to, stillPings) {
      if (state === 'closed') return;
      state = to;
      pings = stillPings;
    },
    pause() {
      held ??= [];
      ws.pause();
      return () => {
        const texts = held ?? [];
        held = undefined;
        if (state === 'closed') return;
        ws.resume();
        for (const text of texts) ws.send(text);
      };
    },
  };
}
