import { request } from 'node:http';
import type { LivingDesk } from './living-desk.ts';

export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  /** As it came. */
  readonly text: string;
  /** Where it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: the routes' schemas have checked it.
  readonly body: any;
}

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** In place of a body: a form, as it is sent. */
  readonly form?: { readonly type: string; readonly bytes: Buffer };
  /** What it is, for the count of what deaths interrupted. */
  readonly what?: string;
}

export type Ask = (method: string, path: string, asked?: Asked) => Promise<Answer>;

/** Asks until there is a whole answer: where the desk dies meanwhile, the next life is asked the very same. */
export function patient(desk: LivingDesk): Ask {
  return async (method, path, asked = {}) => {
    for (let life = await desk.life(); ; ) {
      desk.happened();
      const answer = await once(life.origin + path, method, asked).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNREFUSED') desk.interrupted(asked.what ?? 'other');
        return undefined;
      });
      if (answer) {
        desk.happened();
        return answer;
      }
      life = await desk.after(life);
    }
  };
}

function once(url: string, method: string, { headers = {}, body, form }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const payload = form?.bytes ?? (body && JSON.stringify(body));
    const own = payload === undefined ? {} : { 'content-type': form?.type ?? 'application/json' };
    const sent = request(url, { method, headers: { ...own, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const bytes = Buffer.concat(chunks);
        const isJson = bytes.length > 0 && response.headers['content-type']?.includes('json');
        const text = bytes.toString('utf8');
        resolve({ status: response.statusCode ?? 0, bytes, text, body: isJson ? JSON.parse(text) : undefined });
      });
    });
    sent.once('error', reject);
    sent.end(payload);
  });
}
