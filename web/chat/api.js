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

/**
 * Sends a form with pictures, and tells how far it is: `onProgress(share)`, then `onArrived()` when only the answer is
 * missing. Comes back with what `call` does. (`fetch` cannot tell.)
 */
export function upload(path, { form, token, onProgress, onArrived }) {
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    let timer;
    const patient = () => {
      clearTimeout(timer);
      timer = setTimeout(() => sending.abort(), PATIENCE);
    };
    sending.upload.addEventListener('progress', ({ loaded, total }) => {
      patient();
      onProgress(loaded / total);
    });
    sending.upload.addEventListener('load', () => {
      patient();
      onArrived();
    });
    sending.addEventListener('loadend', () => {
      clearTimeout(timer);
      resolve(answerOf(sending));
    });
    sending.open('POST', `api/${path}`);
    sending.setRequestHeader('authorization', `Bearer ${token}`);
    patient();
    onProgress(0);
    sending.send(form);
  });
}

function answerOf(request) {
  const { status } = request;
  const wait = Number(request.getResponseHeader('retry-after') ?? 0);
  try {
    const data = JSON.parse(request.responseText);
    return status === 200 ? { ok: true, data } : { ok: false, status, message: data.error?.message, wait };
  } catch {
    // A page of some proxy, or nothing at all.
    return { ok: false, status: status === 200 ? 0 : status, wait };
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
