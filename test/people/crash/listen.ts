import { type IncomingMessage, request } from 'node:http';
import type { LivingDesk } from './living-desk.ts';

export interface StreamEvent {
  readonly event: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whoever listens knows what is told there.
  readonly data: any;
}

/** An event stream that is read over all lives of the desk, each time from where it was. */
export interface Listening {
  stop(): Promise<void>;
}

export function listen(
  desk: LivingDesk,
  path: string,
  headers: Readonly<Record<string, string>>,
  heard: (event: StreamEvent) => void,
): Listening {
  let last: string | undefined;
  let current: IncomingMessage | undefined;
  let stopped = false;
  const over = (async () => {
    for (let life = await desk.life(); !stopped; ) {
      const resumed = last === undefined ? headers : { ...headers, 'last-event-id': last };
      await read(life.origin + path, resumed).catch(() => {});
      if (!stopped) life = await desk.after(life);
    }
  })();
  return {
    async stop() {
      stopped = true;
      current?.destroy();
      await over;
    },
  };

  async function read(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { headers }, resolve).once('error', reject).end();
    });
    current = response;
    if (stopped) response.destroy();
    if (response.statusCode !== 200) throw new Error(`${url} gave ${response.statusCode}`);
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) hear(block);
    }
  }

  function hear(block: string): void {
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/, 2)));
    if (fields.event === undefined) return;
    if (fields.id !== undefined) last = fields.id;
    heard({ event: fields.event, ...(fields.id && { id: fields.id }), data: JSON.parse(fields.data) });
  }
}
