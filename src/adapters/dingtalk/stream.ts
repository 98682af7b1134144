import { ChannelError } from '../../bot/channel-error.ts';
import type { StreamLine, StreamLineParts } from './stream-line.ts';

/** Connections at a time: a message that comes while one of them is replaced reaches the other. */
const LINES = 2;
/** Milliseconds: pings come every 20 to 30 s, so one that heard nothing for so long is dead. */
const IDLE = 90_000;
/** A line that the vendor leaves is closed by it after 10 s; what it still brings until then is heard. */
const LEAVE = 11_000;
/** Some lines die without a sign, pings going on: none gets older than this. */
const RENEW = 3_600_000;
/** How long a line lives before the next loss counts as the first. */
const STEADY = 10_000;
const FIRST = 1_000;
const LONGEST = 60_000;

interface StreamParts extends Pick<StreamLineParts, 'time' | 'onFault'> {
  readonly openLine: (events: Pick<StreamLineParts, 'onLeaving' | 'onClosed'>) => Promise<StreamLine>;
  /** Between 0 and 1; Math.random where left out. */
  readonly random?: () => number;
}

/** Keeps connections to DingTalk up. */
interface Stream {
  open(): void;
  close(): void;
}

export function createStream({ openLine, time, onFault, random = Math.random }: StreamParts): Stream {
  const lines = new Set<StreamLine>();
  const leaving = new Set<StreamLine>();
  let stopped = true;
  let opening = false;
  let failures = 0;
  let wake: (() => void) | undefined;

  const waitThenFill = (atLeast = 0): void => {
    if (stopped || wake) return;
    const wait = Math.min(LONGEST, FIRST * 2 ** failures) * (0.5 + random() / 2);
    failures += 1;
    wake = time.after(Math.max(wait, atLeast), () => {
      wake = undefined;
      void fill();
    });
  };
  const fill = async (): Promise<void> => {
    if (opening || wake) return;
    opening = true;
    try {
      while (!stopped && lines.size < LINES) await add();
    } catch (error) {
      onFault(error);
      waitThenFill(error instanceof ChannelError ? error.retryAfter : undefined);
    } finally {
      opening = false;
    }
  };
  const add = async (): Promise<void> => {
    let isClosed = false;
    const line = await openLine({
      onLeaving: () => retire(line),
      onClosed() {
        isClosed = true;
        leaving.delete(line);
        if (lines.delete(line)) waitThenFill();
      },
    });
    if (stopped || isClosed) return line.terminate();
    lines.add(line);
    time.after(STEADY, () => {
      if (lines.has(line)) failures = 0;
    });
    time.after(RENEW, () => retire(line));
    watch(line);
  };
  /** Replaced at once, and heard until it ends. */
  const retire = (line: StreamLine): void => {
    if (!lines.delete(line)) return;
    leaving.add(line);
    time.after(LEAVE, () => {
      if (leaving.delete(line)) line.terminate();
    });
    void fill();
  };
  const watch = (line: StreamLine): void => {
    if (!lines.has(line)) return;
    const left = IDLE - (time.now().getTime() - line.heardAt());
    if (left > 0) {
      time.after(left, () => watch(line));
      return;
    }
    lines.delete(line);
    line.terminate();
    void fill();
  };
  return {
    open() {
      stopped = false;
      void fill();
    },
    close() {
      stopped = true;
      wake?.();
      wake = undefined;
      for (const line of [...lines, ...leaving]) line.close();
      lines.clear();
      leaving.clear();
    },
  };
}
