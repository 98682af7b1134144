import { setTimeout as wait } from 'node:timers/promises';
import type { Instance } from './instance.ts';

export interface Answer {
  readonly status: number;
  /** As it came. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the routes' schemas have checked it.
  readonly body: any;
  readonly headers: Headers;
}

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
}

/** Several instances as their clients know them: by their addresses, of which some may not answer. */
export interface Service {
  /** Asks one of them; where it does not answer, the next one the very same, until one does. */
  ask(first: number, method: string, path: string, asked?: Asked): Promise<Answer>;
  /** Reads an event stream of one of them; where it breaks off, of the next one from where it was. */
  listen(
    first: number,
    path: string,
    headers: Readonly<Record<string, string>>,
    heard: (event: StreamEvent) => void,
  ): Listening;
}

export interface StreamEvent {
  readonly event: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whoever listens knows what is told there.
  readonly data: any;
}

export interface Listening {
  /** How often it was begun. */
  readonly times: number;
  stop(): Promise<void>;
}

/** Milliseconds between two tries, as a page waits. */
const AGAIN = 50;

export function serviceOf(instances: readonly Instance[]): Service {
  const originOf = (nth: number): Promise<string> | undefined => instances[nth % instances.length]?.origin;
  return {
    async ask(first, method, path, asked = {}) {
      for (let nth = first; ; nth++) {
        const answer = await askOnce(`${await originOf(nth)}${path}`, method, asked).catch(() => undefined);
        if (answer) return answer;
        await wait(AGAIN);
      }
    },
    listen(first, path, headers, heard) {
      const stopped = new AbortController();
      let last: string | undefined;
      let times = 0;
      const hear = (event: StreamEvent): void => {
        last = event.id ?? last;
        heard(event);
      };
      const over = (async () => {
        for (let nth = first; !stopped.signal.aborted; nth++) {
          times += 1;
          const resumed = last === undefined ? headers : { ...headers, 'last-event-id': last };
          await read(`${await originOf(nth)}${path}`, resumed, stopped.signal, hear).catch(() => {});
          if (!stopped.signal.aborted) await wait(AGAIN);
        }
      })();
      return {
        get times() {
          return times;
        },
        async stop() {
          stopped.abort();
          await over;
        },
      };
    },
  };
}

async function askOnce(url: string, method: string, { headers = {}, body }: Asked): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: { ...(body && !isForm && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, text, body: isJson ? JSON.parse(text) : undefined, headers: response.headers };
}

async function read(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  hear: (event: StreamEvent) => void,
): Promise<void> {
  const response = await fetch(url, { headers, signal });
  if (response.status !== 200 || !response.body) throw new Error(`${url} gave ${response.status}`);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/, 2)));
      if (fields.event === undefined) continue;
      hear({ event: fields.event, ...(fields.id && { id: fields.id }), data: JSON.parse(fields.data) });
    }
  }
}
