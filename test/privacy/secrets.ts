import { company, person } from '../pictures/fictional.ts';

/** What must not be readable anywhere, and where it was said. */
export interface Secret {
  /** `身份证号 in an agent’s note` */
  readonly where: string;
  readonly is: 'number' | 'words' | 'bytes';
  /** Digits and capital letters only; words as they are; a run of a picture's bytes. */
  readonly value: string | Buffer;
}

/** How people write numbers. */
type Spelling = 'plain' | 'spaced' | 'wide' | 'dashed';
const SPELLINGS: readonly Spelling[] = ['plain', 'spaced', 'wide', 'dashed'];

/** Hands out what nobody has said before, each in another spelling, and remembers where it was said. */
export interface Secrets {
  readonly all: readonly Secret[];
  /** An identity number, a credit code, two telephone numbers and an e-mail address, in a sentence. */
  said(where: string): string;
  identity(where: string): string;
  phone(where: string): string;
  email(where: string): string;
  words(where: string, words: string): string;
  bytes(where: string, bytes: Buffer): Buffer;
}

export function secrets(): Secrets {
  const all: Secret[] = [];
  let nth = 100;
  const number = (where: string, value: string, groups: readonly number[], spelling?: Spelling): string => {
    all.push({ where, is: 'number', value });
    return spelt(value, groups, spelling ?? SPELLINGS[all.length % SPELLINGS.length] ?? 'plain');
  };
  const one: Omit<Secrets, 'all' | 'said'> = {
    identity: (where) => number(`身份证号 in ${where}`, person(++nth).number, [6, 8, 4]),
    phone: (where) => number(`手机号 in ${where}`, `1391${String(8_260_000 + ++nth * 37)}`, [3, 4, 4]),
    email: (where) => one.words(`邮箱 in ${where}`, `ouyang.${++nth}@mail.example.com`),
    words(where, words) {
      all.push({ where, is: 'words', value: words });
      return words;
    },
    bytes(where, bytes) {
      // Not where every picture begins alike.
      all.push({ where, is: 'bytes', value: Buffer.from(bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 48)) });
      return bytes;
    },
  };
  return {
    all,
    ...one,
    said(where) {
      const code = number(`信用代码 in ${where}`, company(++nth).creditCode, [2, 6, 9, 1]);
      const home = number(`座机 in ${where}`, `0571${String(87_000_000 + ++nth * 31)}`, [4, 8], 'dashed');
      return `身份证 ${one.identity(where)}，信用代码 ${code}，手机 ${one.phone(where)}，座机 ${home}，邮箱 ${one.email(where)}。`;
    },
  };
}

function spelt(value: string, groups: readonly number[], spelling: Spelling): string {
  if (spelling === 'plain') return value;
  if (spelling === 'wide') {
    return value.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  }
  const parts = groups.map((size, at) => {
    const from = groups.slice(0, at).reduce((sum, each) => sum + each, 0);
    return value.slice(from, from + size);
  });
  return parts.join(spelling === 'spaced' ? ' ' : '-');
}
