/** A regular expression's parts, as far as texts are made from them. */
export type Part =
  | { readonly is: 'one'; readonly chars: readonly string[] }
  | { readonly is: 'nothing' }
  | { readonly is: 'all'; readonly parts: readonly Part[] }
  | { readonly is: 'either'; readonly parts: readonly Part[] }
  | { readonly is: 'many'; readonly part: Part; readonly least: number; readonly most: number };

/** What stands for a class of characters, where it takes them. */
const CANDIDATES = [
  'a',
  '中',
  '1',
  ' ',
  '-',
  '的',
  'Z',
  '_',
  '.',
  ',',
  '，',
  '\n',
  '"',
  '<',
  '/',
  '*',
  '省',
  '\u0301',
  '\t',
];

const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/;
const GROUP = /^\(\?(?:<[A-Za-z_$][\w$]*>|<[=!]|[=!:])/;
const ESCAPE = /^\\(?:u\{[\dA-Fa-f]+\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|[\s\S])/u;

export function partsOf({ source, flags }: RegExp): Part {
  let at = 0;
  const rest = (): string => source.slice(at);
  const oneOf = (text: string): Part => {
    const inside = [...text].filter((char) => !'\\[]^-'.includes(char));
    const one = new RegExp(`^(?:${text})$`, flags.replace(/[gy]/g, ''));
    const chars = [...new Set([...inside, ...CANDIDATES])].filter((char) => one.test(char));
    return chars.length === 0 ? { is: 'nothing' } : { is: 'one', chars };
  };
  const classAt = (): string => {
    let end = at + 1;
    for (let depth = 1; depth > 0; end++) {
      if (source[end] === '\\') end++;
      else if (source[end] === '[' && flags.includes('v')) depth++;
      else if (source[end] === ']') depth--;
    }
    return source.slice(at, end);
  };
  const atom = (): Part => {
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (char === '(') {
      const [head = '('] = GROUP.exec(rest()) ?? [];
      at += head.length;
      const inside = either();
      at += 1;
      return /[=!]$/.test(head) ? { is: 'many', part: inside, least: 0, most: 1 } : inside;
    }
    const text = char === '[' ? classAt() : char === '\\' ? (ESCAPE.exec(rest())?.[0] ?? '\\') : char;
    at += text.length;
    if (/^(?:[\^$]|\\[bB]|\\[1-9]|\\k<.*)$/.test(text)) return { is: 'nothing' };
    return oneOf(text);
  };
  const all = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = atom();
      const [sign, least, comma, most] = QUANTIFIER.exec(rest()) ?? [];
      if (sign === undefined) {
        parts.push(part);
        continue;
      }
      at += sign.length;
      const from = least !== undefined ? Number(least) : sign.startsWith('+') ? 1 : 0;
      const end = most ? Number(most) : Number.POSITIVE_INFINITY;
      const to = sign.startsWith('?') ? 1 : least !== undefined && comma === '' ? from : end;
      parts.push({ is: 'many', part, least: from, most: to });
    }
    return { is: 'all', parts };
  };
  const either = (): Part => {
    const parts = [all()];
    while (source[at] === '|') {
      at += 1;
      parts.push(all());
    }
    return parts.length === 1 ? (parts[0] as Part) : { is: 'either', parts };
  };
  return either();
}
