import { t, written } from '../../shared/t.ts';
import { ApiError } from './api-error.ts';
import type { Session } from './types.ts';

const BASE = '/api/console';

let csrf = '';
let whenSignedOut = (): void => {};
let whenPasswordIsDue = (): void => {};

/** Every changing call carries the token of the session from now on. */
export function carryCsrf(token: string): void {
  csrf = token;
}

/** What to do when the server says that nobody is signed in any more, or that a password has to be chosen first. */
export function onSessionLost(signedOut: () => void, passwordDue: () => void): void {
  whenSignedOut = signedOut;
  whenPasswordIsDue = passwordDue;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Calls the desk's API; throws an `ApiError` for everything but success. */
export async function call<Answer>(method: Method, path: string, body?: object): Promise<Answer> {
  const response = await send(method, path, body);
  if (response.status === 403 && (await codeOf(response.clone())) === 'csrf' && (await renewCsrf())) {
    return answerOf(await send(method, path, body), path);
  }
  return answerOf(response, path);
}

/** Sends a picture as it is. */
export async function upload<Answer>(path: string, picture: Blob): Promise<Answer> {
  let response: Response;
  try {
    const headers = { 'content-type': picture.type, 'x-csrf-token': csrf };
    response = await fetch(BASE + path, { method: 'POST', headers, body: picture });
  } catch {
    throw new ApiError(0, 'network', t('网络不通，图片没有放上去。请检查网络后重试。'));
  }
  return answerOf(response, path);
}

async function send(method: Method, path: string, body: object | undefined): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['x-csrf-token'] = csrf;
  try {
    return await fetch(BASE + path, {
      method,
      headers,
      cache: 'no-store',
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, 'network', t('网络不通。内容还在，请检查网络后重试。'));
  }
}

async function answerOf<Answer>(response: Response, path: string): Promise<Answer> {
  const body = (await response.json().catch(() => undefined)) as Body<Answer>;
  if (response.ok && body !== undefined) return body as Answer;
  const { code = 'unknown', message } = body?.error ?? {};
  const said = message === undefined ? t('服务暂时没有回应，请稍后重试。') : written(message);
  if (response.status === 401 && path !== '/session') whenSignedOut();
  if (response.status === 403 && code === 'password-change-needed') whenPasswordIsDue();
  throw new ApiError(response.status, code, said, body?.ownerName ?? undefined);
}

type Body<Answer> =
  | (Answer & { readonly error?: { readonly code: string; readonly message: string }; readonly ownerName?: string })
  | undefined;

async function codeOf(response: Response): Promise<string | undefined> {
  const body = (await response.json().catch(() => undefined)) as { error?: { code?: string } } | undefined;
  return body?.error?.code;
}

/** Another tab signed in anew: the cookie is shared, the token is not. */
async function renewCsrf(): Promise<boolean> {
  const response = await send('GET', '/session', undefined);
  if (!response.ok) return false;
  carryCsrf(((await response.json()) as Session).csrf);
  return true;
}
