/** Milliseconds after which no answer is expected any more; the service gives up earlier by itself. */
const PATIENCE = 40_000;

/**
 * Calls the service. What comes back is a value, never an exception:
 * `{ ok: true, data }`, or `{ ok: false, status, message, wait }` with status 0 where no answer came, and `wait` the
 * seconds after which it may be tried again.
 */
export async function call(path, { method = 'GET', body, token } = {}) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await request(path, { method, body, token, signal: patience.signal });
    const type = response.headers.get('content-type') ?? '';
    const data = type.startsWith('application/json') ? await response.json() : await response.blob();
    if (response.ok) return { ok: true, data };
    const wait = Number(response.headers.get('retry-after') ?? 0);
    return { ok: false, status: response.status, message: data.error?.message, wait };
  } catch {
    return { ok: false, status: 0, wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** The bare request; throws where no answer comes. */
export function request(path, { method = 'GET', body, token, headers, signal } = {}) {
  return fetch(`api/${path}`, {
    method,
    signal: signal ?? null,
    cache: 'no-store',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** A name for a message that nobody else has. (crypto.randomUUID is missing where the page came over plain HTTP.) */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
