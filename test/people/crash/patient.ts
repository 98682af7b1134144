import { request } from 'node:http';
import type { LivingDesk } from './living-desk.ts';

export interface Answer {
  readonly status: number;
  /** As it came. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the routes' schemas have checked it.
  readonly body: any;
}

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export type Ask = (method: string, path: string, asked?: Asked) => Promise<Answer>;

/** Asks until there is a whole answer: where the desk dies meanwhile, the next life is asked the very same. */
export function patient(desk: LivingDesk): Ask {
  return async (method, path, asked = {}) => {
    for (let life = await desk.life(); ; ) {
      desk.happened();
      const answer = await once(life.origin + path, method, asked).catch(() => undefined);
      if (answer) {
        desk.happened();
        return answer;
      }
      life = await desk.after(life);
    }
  };
}

function once(url: string, method: string, { headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const payload = body && JSON.stringify(body);
    const own = payload === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request(url, { method, headers: { ...own, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, text, body: text === '' ? undefined : JSON.parse(text) });
      });
    });
    sent.once('error', reject);
    sent.end(payload);
  });
}
