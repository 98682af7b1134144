import { ChannelError } from '../../bot/channel-error.ts';
import type { ChannelName } from '../../bot/message.ts';

export interface JsonCall {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON in UTF-8, without escapes, unless it is a form. */
  readonly body?: unknown;
  /** Milliseconds; 10 000 where left out. */
  readonly patience?: number;
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

const PATIENCE = 10_000;
/** Characters of an answer. */
const LONGEST = 5_000_000;

/**
 * Asks a vendor something. Answers of every status below 500 are values; no
 * answer, one that is no JSON object, and 5xx without one throw a ChannelError.
 * Its message names the address without its query, where tokens stand.
 */
export async function callJson(channel: ChannelName, url: string, call: JsonCall = {}): Promise<JsonAnswer> {
  const { method = 'POST', headers = {}, body, patience = PATIENCE } = call;
  const { host, pathname } = new URL(url);
  const where = `${host}${pathname}`;
  const isForm = body instanceof FormData;
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...(body !== undefined && !isForm && JSON_TYPE), ...headers },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    text = await answer.text();
  } catch (error) {
    throw new ChannelError(channel, 'network', `连不上 ${where}：请检查服务器的网络和出口防火墙。`, { cause: error });
  }
  const read = text.length <= LONGEST ? objectIn(text) : undefined;
  if (read) return { status: answer.status, headers: answer.headers, body: read };
  const fault = answer.status === 429 ? 'rate' : 'busy';
  throw new ChannelError(channel, fault, `${where} 的回答读不懂（状态 ${answer.status}）。`);
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
