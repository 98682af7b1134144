import { randomBytes, randomUUID } from 'node:crypto';
import type { Chatting } from './user.ts';

/** An erasure that was acknowledged. */
export interface Erasure {
  readonly talk: string;
  /** Words that nobody else says, of what was erased. */
  readonly mark: string;
  /** Whether the conversation is gone, too, and not only all that was in it. */
  readonly whole: boolean;
}

/** Somebody who shows pictures and has everything erased, again and again. */
export interface Eraser {
  readonly name: string;
  readonly erasures: readonly Erasure[];
  /** Pictures that were acknowledged. */
  readonly pictures: number;
  readonly complaints: readonly string[];
}

/** Bytes of a picture. */
const SMALLEST = 20_000;
const LARGER = 400_000;
const BY_WORDS = 0.5;

export function erasing(
  name: string,
  { desk, ask, random, isOver }: Chatting,
): { eraser: Eraser; done: Promise<void> } {
  const [erasures, complaints]: [Erasure[], string[]] = [[], []];
  let pictures = 0;
  const eraser: Eraser = {
    ...{ name, erasures, complaints },
    get pictures() {
      return pictures;
    },
  };

  /** One conversation, from its beginning to its erasure. */
  const once = async (): Promise<void> => {
    const { talk, token } = (await ask('POST', '/api/talks')).body;
    const headers = { authorization: `Bearer ${token}` };
    const path = `/api/talks/${talk}`;
    const mark = randomUUID();
    const insist = async (what: string, asked: { body?: object; form?: { type: string; bytes: Buffer } }) => {
      for (;;) {
        const { status, text } = await ask('POST', `${path}/messages`, { headers, what, ...asked });
        if (status === 200) return;
        if (status !== 503) complaints.push(`${name} got ${status} for a ${what}: ${text}`);
        await desk.tick();
      }
    };
    const lines = async () => (await ask('GET', `${path}/messages`, { headers })).body.messages as readonly Kept[];
    const file = (id: string) => ask('GET', `${path}/files/${id}`, { headers });

    await insist('turn', { body: { id: randomUUID(), text: `${name} 说 ${mark}` } });
    const bytes = randomBytes(SMALLEST + Math.floor(random() * LARGER));
    await insist('picture turn', { form: await formOf({ id: randomUUID(), text: mark, consent: 'yes' }, bytes) });
    pictures += 1;
    const files = (await lines()).flatMap((line) => line.files ?? []);
    if (files.length !== 1) complaints.push(`${name} sees ${files.length} pictures in ${talk}, and sent one`);
    for (const { id } of files) {
      if (!(await file(id)).bytes.equals(bytes)) complaints.push(`${name} sees another picture in ${talk}`);
    }

    const whole = random() >= BY_WORDS;
    if (whole) {
      const { status } = await ask('DELETE', path, { headers, what: 'erasure' });
      // Where the answer was lost with the desk, there is nobody any more whom it could be given to.
      if (status !== 200 && status !== 401) complaints.push(`${name} got ${status} for the erasure of ${talk}`);
      const after = await ask('GET', `${path}/messages`, { headers });
      if (after.status !== 401) complaints.push(`${name} still gets ${after.status} in ${talk}, which was erased`);
    } else {
      await insist('erasure', { body: { id: randomUUID(), text: '删除我的数据' } });
      const left = await lines();
      if (left.length !== 1 || !left[0]?.text.startsWith('已删除'))
        complaints.push(`${name} sees ${JSON.stringify(left)} after the erasure of ${talk}`);
      for (const { id } of files) {
        if ((await file(id)).status !== 404) complaints.push(`${name} still sees a picture of ${talk}`);
      }
    }
    erasures.push({ talk, mark, whole });
  };
  const done = (async () => {
    while (!isOver()) {
      await once();
      await desk.tick();
    }
  })();
  return { eraser, done };
}

interface Kept {
  readonly text: string;
  readonly files?: readonly { readonly id: string }[];
}

/** A form with one picture, the same bytes at each try. */
async function formOf(
  fields: Readonly<Record<string, string>>,
  picture: Buffer,
): Promise<{ type: string; bytes: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('picture', new Blob([new Uint8Array(picture)]), '图片.png');
  const whole = new Response(form);
  return { type: whole.headers.get('content-type') ?? '', bytes: Buffer.from(await whole.arrayBuffer()) };
}
