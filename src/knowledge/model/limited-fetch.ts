/** An answer longer than this is none that was asked for, in bytes. */
const LONGEST = 256 * 1024;

/** Fetches without following anybody elsewhere, and reads no more than a short answer. Throws a RangeError for a longer one. */
export async function limitedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (size > LONGEST) throw new RangeError('The answer of the model is too long');
    chunks.push(chunk);
  }
  const { status, statusText, headers } = response;
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : Buffer.concat(chunks), { status, statusText, headers });
}
