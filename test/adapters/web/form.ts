import type { Visitor } from './visitor.ts';

export interface FormParts {
  readonly id?: string;
  readonly text?: string;
  readonly consent?: string;
  readonly pictures?: readonly {
    readonly name: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly type?: string;
  }[];
}

/** A message with pictures, as a browser sends it. */
export function formOf({ pictures = [], ...fields }: FormParts): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const { name, bytes, type } of pictures) form.append('picture', new Blob([bytes], { type: type ?? '' }), name);
  return form;
}

export function send({ call }: Visitor, parts: FormParts): Promise<Response> {
  return call('messages', { method: 'POST', body: formOf(parts) });
}

/** Bytes that stand for a picture where nobody looks at it. */
export function bytesOf(length: number, seed = 7): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * seed) % 251);
}

/** A PNG of one red pixel. */
export const PNG = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64'),
);

/** So many small pictures, each another. */
export function many(count: number) {
  return Array.from({ length: count }, (_, at) => ({ name: `${at}.jpg`, bytes: bytesOf(100 + at) }));
}
