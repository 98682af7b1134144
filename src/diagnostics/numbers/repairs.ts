/** The places that change, counted from 1: one, or two neighbours that change places. */
type Repair = readonly [number] | readonly [number, number];

/** Every way to make a code valid by one other character of the alphabet, or by swapping two neighbours. */
export function repairs(code: string, alphabet: string, valid: (code: string) => boolean): readonly Repair[] {
  const found: Repair[] = [];
  for (let at = 0; at < code.length; at++) {
    const before = code.slice(0, at);
    for (const other of alphabet) {
      if (other !== code[at] && valid(before + other + code.slice(at + 1))) found.push([at + 1]);
    }
    const [here = '', next = ''] = [code[at], code[at + 1]];
    if (next && here !== next && valid(before + next + here + code.slice(at + 2))) found.push([at + 1, at + 2]);
  }
  return found;
}

/** A sentence that names the place, where at most two repairs remain; for more of them nothing is said. */
export function whereToLook(remaining: readonly Repair[]): string {
  if (remaining.length === 0) return '只改一位或调换相邻两位都通不过，可能不止一处写错，建议整串重新抄一遍。';
  if (remaining.length > 2) return '';
  const places = remaining.map((places) =>
    places.length === 1 ? `第 ${places[0]} 位写错` : `第 ${places[0]}、${places[1]} 位颠倒`,
  );
  return `如果只错了一处，可能是${[...new Set(places)].join('，或者')}，请先看那里。`;
}
