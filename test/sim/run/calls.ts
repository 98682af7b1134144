import type { SimRequest } from '../request.ts';
import type { Call } from './view.ts';

/** Calls that a page shows, and characters of each body. */
const MOST = 40;
const LONGEST = 800;

const SECRET = /secret|token|ticket|session|signature|password/i;
/** Digits of an identity card or a phone number. */
const NUMBER = /(?<!\w)\d{9,17}[\dXx](?!\w)/g;

const masked = (text: string): string => text.replace(NUMBER, (digits) => `${digits.slice(0, 3)}…${digits.slice(-2)}`);

/** A JSON value without its secrets. */
const bare = (value: unknown): unknown => {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, SECRET.test(name) && one !== '' ? '•••' : bare(one)]),
  );
};

function bodyText({ headers, body }: SimRequest): string {
  if (body.length === 0) return '';
  if (String(headers['content-type']).startsWith('multipart/')) return `（文件，${body.length} 字节）`;
  const text = body.toString('utf8');
  try {
    return JSON.stringify(bare(JSON.parse(text)));
  } catch {
    return masked(text);
  }
}

const OUTCOMES: Readonly<Record<string, string>> = { timeout: '不回答', reset: '断开' };

function callOf(request: SimRequest): Call {
  const { method, path, query, arrival, status, fault } = request;
  const asked = [...query].map(([name, value]) => `${name}=${SECRET.test(name) ? '•••' : masked(value)}`);
  const outcome = [status ?? (fault ? '' : '…'), fault && `故障：${OUTCOMES[fault] ?? fault}`];
  const body = bodyText(request);
  return {
    at: arrival,
    line: `${method} ${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`,
    outcome: outcome.filter(Boolean).join(' · '),
    body: body.length > LONGEST ? `${body.slice(0, LONGEST)}…` : body,
  };
}

/** The last calls that the service made, newest first, without secrets. */
export const lastCalls = (log: readonly SimRequest[]): readonly Call[] => log.slice(-MOST).reverse().map(callOf);
