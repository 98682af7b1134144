export interface Event {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
  /** A sign of life. */
  readonly comment?: boolean;
}

/** An event stream being read: `next` waits for the next event, undefined at its end. */
export interface Reading {
  next(): Promise<Event | undefined>;
  close(): Promise<void>;
}

export function read(response: Response): Reading {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no body');
  let rest = '';
  return {
    async next() {
      for (;;) {
        const end = rest.indexOf('\n\n');
        if (end >= 0) {
          const block = rest.slice(0, end);
          rest = rest.slice(end + 2);
          return parse(block);
        }
        const { done, value } = await reader.read();
        if (done) return undefined;
        rest += value;
      }
    },
    close: () => reader.cancel(),
  };
}

function parse(block: string): Event {
  const fields = block.split('\n').map((line) => line.split(/: ?(.*)/, 2));
  if (fields[0]?.[0] === '') return { comment: true };
  return Object.fromEntries(fields);
}
