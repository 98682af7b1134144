export interface StreamEvent {
  readonly event: string;
  /** Undefined for a sign of life. */
  readonly data: string | undefined;
}

/** Reads server-sent events out of a body, one after the other. */
export async function readEvents(body: ReadableStream<Uint8Array>, heard: (event: StreamEvent) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) heard(parse(part));
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parse(part: string): StreamEvent {
  let event = 'message';
  let data: string | undefined;
  for (const line of part.split('\n')) {
    const at = line.indexOf(':');
    const value = line.slice(at + 1).replace(/^ /, '');
    if (at > 0 && line.slice(0, at) === 'event') event = value;
    if (at > 0 && line.slice(0, at) === 'data') data = data === undefined ? value : `${data}\n${value}`;
  }
  return { event, data };
}
