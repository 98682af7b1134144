/** Reads server-sent events out of a body: `{ event, data }` one after the other; a comment has no data. */
export async function* eventStream(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + value).split('\n\n');
      rest = parts.pop() ?? '';
      yield* parts.map(parse);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parse(part) {
  const event = { event: 'message' };
  for (const line of part.split('\n')) {
    const at = line.indexOf(':');
    const [field, value] = [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')];
    if (field === 'data') event.data = event.data === undefined ? value : `${event.data}\n${value}`;
    else if (field !== '') event[field] = value;
  }
  return event;
}
