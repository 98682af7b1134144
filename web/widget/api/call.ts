import { type Answer, NO_ANSWER, PATIENCE } from './answer.ts';
import { request } from './request.ts';
import { sayProblem } from './say-problem.ts';

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: object;
  readonly token?: string;
  /** Milliseconds to wait for the whole answer. */
  readonly patience?: number;
}

/** Calls the service at `base` (ends with a slash). JSON comes back as what it says, anything else as a blob. */
export async function call<Data>(
  base: string,
  path: string,
  { method = 'GET', body, token, patience = PATIENCE }: Call = {},
): Promise<Answer<Data>> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const response = await request(base, path, { method, body, token, signal: giveUp.signal });
    const type = response.headers.get('content-type') ?? '';
    const isJson = type.startsWith('application/json');
    // The page where a public network asks one to sign in; ours never are.
    if (response.ok && type.startsWith('text/html')) return NO_ANSWER;
    const data = isJson ? await response.json() : await response.blob();
    if (response.ok) return { ok: true, data };
    const wait = Number(response.headers.get('retry-after') ?? 0);
    return { ok: false, status: response.status, message: sayProblem(data.error), wait };
  } catch {
    return NO_ANSWER;
  } finally {
    clearTimeout(timer);
  }
}
