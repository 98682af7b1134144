/** Milliseconds after which no answer is expected any more. */
const PATIENCE = 20_000;

/**
 * Asks for a 留言 and its answers; never throws: `{ data }`, or `{ status, message }` with status 0 where no answer came.
 * The key goes into the body, since addresses end up in logs.
 */
export async function ask(ticket, key) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(`/api/answers/${ticket}`, {
      method: 'POST',
      cache: 'no-store',
      signal: patience.signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    });
    const data = await response.json();
    return response.ok ? { data } : { status: response.status, message: data.error?.message };
  } catch {
    return { status: 0 };
  } finally {
    clearTimeout(timer);
  }
}
