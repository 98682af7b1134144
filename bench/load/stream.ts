import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** An event as it came: `data` is not read. */
export interface RawEvent {
  readonly event: string;
  readonly data: string;
}

/** An event stream of one conversation, from its beginning. */
export interface LoadStream {
  /** True until the service ended it, or `close` was called. */
  readonly isOpen: boolean;
  close(): void;
}

/** Opens it, and resolves once its first event was heard. */
export async function followTalk(
  origin: string,
  { talk, token }: { readonly talk: string; readonly token: string },
  heard: (event: RawEvent) => void,
): Promise<LoadStream> {
  const headers = { authorization: `Bearer ${token}` };
  const sent = request(`${origin}/api/talks/${talk}/events`, { headers, agent: false });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`事件流得到 ${response.statusCode}`);
  let isOpen = true;
  response.once('close', () => {
    isOpen = false;
  });
  // What breaks off is seen by what was not heard.
  response.on('error', () => {});
  response.setEncoding('utf8');
  await new Promise<void>((resolve, reject) => {
    let rest = '';
    response.on('data', (chunk: string) => {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventIn(block);
        if (!event) continue;
        heard(event);
        resolve();
      }
    });
    response.once('close', () => reject(new Error('事件流没有说话就断了')));
  });
  return {
    get isOpen() {
      return isOpen;
    },
    close: () => response.destroy(),
  };
}

function eventIn(block: string): RawEvent | undefined {
  const event = /^event: (.*)$/m.exec(block)?.[1];
  const data = /^data: (.*)$/m.exec(block)?.[1];
  return event === undefined || data === undefined ? undefined : { event, data };
}
