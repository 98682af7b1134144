import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** An answer as it came over the socket. */
export interface OnWire {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Of the body as it was sent, pressed or not. */
  readonly bytes: number;
  readonly text: string;
}

/** Asks as a browser does: `fetch` would tell the unpressed size alone. */
export async function overWire(
  url: string,
  { accept = 'br, gzip', method = 'GET' }: { readonly accept?: string | undefined; readonly method?: string } = {},
): Promise<OnWire> {
  const parts: Buffer[] = [];
  const answer = await new Promise<Pick<OnWire, 'status' | 'headers'>>((resolve, reject) => {
    const asked = request(url, { method, headers: { 'accept-encoding': accept } }, (response) => {
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });
  const body = Buffer.concat(parts);
  return { ...answer, bytes: body.length, text: unpacked(body, answer.headers['content-encoding']).toString('utf8') };
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}
