import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

/** A client that keeps one connection open, as a browser does. */
export interface KeepAlive {
  /** The answer's JSON. Throws where the status is not of the 200s. */
  post(path: string, body: unknown, token?: string): Promise<unknown>;
  get(path: string): Promise<unknown>;
  close(): void;
}

export function keepAlive(origin: string): KeepAlive {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = async (method: string, path: string, body: unknown, token?: string): Promise<unknown> => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      ...(text !== '' && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(`${origin}${path}`, { agent, method, headers });
    sent.end(text);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const answer = Buffer.concat(chunks).toString('utf8');
    const { statusCode = 0 } = response;
    if (statusCode < 200 || statusCode > 299) throw new Error(`${method} ${path} 得到 ${statusCode}：${answer}`);
    return JSON.parse(answer);
  };
  return {
    post: (path, body, token) => call('POST', path, body, token),
    get: (path) => call('GET', path, undefined),
    close: () => agent.destroy(),
  };
}
