import type { SimRandom } from '../../sim/random.ts';
import type { Api, Operation } from './operations.ts';
import { anything, type Making, valueFor } from './values.ts';

/** A request as `inject` takes it. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
  /** Whether its address may lead nowhere, or to another operation. */
  readonly isBent: boolean;
}

const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=gbk',
  'text/plain',
  'text/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'image/png',
  'application/octet-stream',
  'nonsense',
  '',
];

const BROKEN = [
  '',
  '{',
  '{"id":',
  '[1,2',
  'null',
  '"text"',
  '1e999',
  '{"__proto__":{"admin":true},"id":"m","text":"x"}',
  '{"constructor":{"prototype":{"admin":true}},"id":"m","text":"x"}',
  '{"id":"m","id":"n","text":"x"}',
  '{"id":"m","text":"\\ud800"}',
  '\u0000',
  '\ufeff{}',
  '['.repeat(30_000),
  `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  `{"text":"${'x'.repeat(70_000)}"}`,
];

const BENT = [
  '',
  '.',
  '..',
  '%',
  '%00',
  '%ff',
  '%2f',
  '/',
  'a/b',
  '-1',
  '0',
  '1e3',
  '999999999999999999999',
  '🙂',
  'x'.repeat(300),
  '__proto__',
  'constructor',
  '{}',
  '[object Object]',
  '%u0041',
  ' ',
];

export interface Asking extends Omit<Making, 'wrong' | 'resolved'> {
  readonly random: SimRandom;
  readonly api: Api;
}

/** A request to an operation: mostly what it takes, partly what it does not. */
export function requestTo(operation: Operation, asking: Asking): Request {
  const { random, api } = asking;
  const making = { ...asking, resolved: api.resolved, wrong: random.pick([0, 0, 0.05, 0.3]) };
  let isBent = false;
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const known = asking.known[name];
    if (known && random.next() < 0.85) return encodeURIComponent(String(random.pick(known)));
    isBent = true;
    return random.next() < 0.5 ? random.pick(BENT) : encodeURIComponent(textOf(anything(random, 9)));
  });
  const search = new URLSearchParams();
  for (const { name, schema } of operation.query) {
    if (random.next() < 0.7) search.append(name, textOf(valueFor(schema, making, name)));
  }
  if (random.next() < 0.05) search.append(random.pick(['x', '__proto__', 'after', 'mine']), '1');
  const url = `${path}${search.size === 0 ? '' : `?${search}`}`;
  return { method: operation.method, url, isBent, ...bodyOf(operation, making) };
}

function bodyOf({ bodies, method }: Operation, making: Making): Pick<Request, 'headers' | 'payload'> {
  const { random } = making;
  if (method === 'GET') return { headers: {} };
  const taken = Object.entries(bodies);
  const [type, schema] = taken.length === 0 ? [] : random.pick(taken);
  const luck = random.next();
  if (luck < 0.06) return { headers: { 'content-type': random.pick(TYPES) }, payload: random.pick(BROKEN) };
  if (luck < 0.12) return { headers: { 'content-type': 'application/json' }, payload: random.pick(BROKEN) };
  if (luck < 0.15) return { headers: { 'content-type': 'application/json' } };
  if (luck < 0.18) return { headers: {}, payload: '{}' };
  if (schema === undefined) return { headers: {} };
  if (type === 'multipart/form-data') return formOf(random);
  const value = luck < 0.22 ? anything(random) : valueFor(schema, making);
  return { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(value) ?? 'null' };
}

/** A value as it stands in an address. */
function textOf(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toString('utf8');
}

/** A form, whole or broken somewhere. */
function formOf(random: SimRandom): Pick<Request, 'headers' | 'payload'> {
  const boundary = random.pick(['b', '----x', 'b'.repeat(70), "'()+_,-./:=?"]);
  const names = ['id', 'text', 'consent', 'picture', '__proto__', 'constructor', '', 'x', '\u0000'];
  const values = [random.id(8), '看看图', 'yes', 'no', '', '\u0000', '中'.repeat(3_000), '\r\n--b--\r\n'];
  const parts = Array.from({ length: random.pick([0, 1, 3, 5, 30]) }, () => {
    const name = random.pick(names);
    const file =
      name === 'picture' || random.next() < 0.1 ? `; filename="${random.pick(['a.png', '../x', '', '图.jpg'])}"` : '';
    const head = random.pick([
      '',
      'content-type: image/png\r\n',
      'content-transfer-encoding: base64\r\n',
      `x: ${'y'.repeat(9_000)}\r\n`,
    ]);
    return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${head}\r\n${random.pick(values)}\r\n`;
  });
  const end = random.pick([`--${boundary}--\r\n`, `--${boundary}--`, '', '--']);
  const said = `multipart/form-data; boundary=${random.pick([boundary, `"${boundary}"`, 'other'])}`;
  return { headers: { 'content-type': said }, payload: Buffer.from(parts.join('') + end) };
}
