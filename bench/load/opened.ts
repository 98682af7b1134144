import type { Line } from '../../src/bot/message.ts';
import type { LoadClient } from './client.ts';

/** A conversation as its person holds it. */
export interface Opened {
  readonly talk: string;
  readonly token: string;
  /** What it begins with. */
  readonly messages: readonly Line[];
}

/** Begins a conversation over the web API. Rejects where it is not answered with 201. */
export async function opened(client: LoadClient): Promise<Opened> {
  const { status, body } = await client.send('POST', '/api/talks');
  if (status !== 201) throw new Error(`开始一个对话得到 ${status}：${body.slice(0, 200)}`);
  return JSON.parse(body) as Opened;
}
