import { loadClient } from './load/client.ts';

/** A client that keeps one connection open, as a browser does. */
export interface KeepAlive {
  /** The answer's JSON. Throws where the status is not of the 200s. */
  post(path: string, body: object | undefined, token?: string): Promise<unknown>;
  get(path: string): Promise<unknown>;
  close(): void;
}

export function keepAlive(origin: string): KeepAlive {
  const client = loadClient(origin, 1);
  const call = async (method: string, path: string, body?: object, token?: string): Promise<unknown> => {
    const sent = { ...(body && { body }), ...(token !== undefined && { token }) };
    const answer = await client.send(method, path, sent);
    const { status } = answer;
    if (status < 200 || status > 299) throw new Error(`${method} ${path} 得到 ${status}：${answer.body}`);
    return JSON.parse(answer.body);
  };
  return {
    post: (path, body, token) => call('POST', path, body, token),
    get: (path) => call('GET', path),
    close: client.close,
  };
}
