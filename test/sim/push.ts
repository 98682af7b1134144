import { request } from 'node:http';
import type { SimClock } from './clock.ts';

export interface Push {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Ms of simulated time after which the platform hangs up. */
  readonly cut: number;
}

/** How a push ended. `took` is simulated time in ms. */
export type Pushed =
  | {
      readonly is: 'answered';
      readonly status: number;
      readonly contentType: string;
      readonly body: Buffer;
      readonly took: number;
    }
  | { readonly is: 'cut'; readonly took: number }
  | { readonly is: 'failed'; readonly reason: string; readonly took: number };

/** A call from the platform to the bot's address, each on its own connection; hung up on when it takes too long. */
export function push(clock: SimClock, { url, method = 'POST', headers = {}, body = '', cut }: Push): Promise<Pushed> {
  const begun = clock.now();
  const took = (): number => clock.now() - begun;
  return new Promise((done) => {
    const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const call = request(url, { method, headers: { ...headers, ...length }, agent: false }, async (response) => {
      const parts: Buffer[] = [];
      try {
        for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
        done({
          is: 'answered',
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(parts),
          took: took(),
        });
      } catch (error) {
        done({ is: 'failed', reason: String(error), took: took() });
      }
      callOff();
    });
    const callOff = clock.after(cut, () => {
      done({ is: 'cut', took: took() });
      call.destroy();
    });
    call.on('error', (error) => {
      callOff();
      done({ is: 'failed', reason: error.message, took: took() });
    });
    call.end(body);
  });
}
