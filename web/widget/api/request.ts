export interface Request {
  readonly method?: string;
  readonly body?: object | undefined;
  readonly token?: string | undefined;
  readonly signal: AbortSignal;
}

/** The bare request; throws where no answer comes. */
export function request(
  base: string,
  path: string,
  { method = 'GET', body, token, signal }: Request,
): Promise<Response> {
  return fetch(`${base}api/${path}`, {
    method,
    signal,
    cache: 'no-store',
    credentials: 'omit',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
