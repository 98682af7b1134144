/**
 * A number with its middle hidden: the first 6 and the last 4 characters of a
 * number of 15 or more (`110105********002X`), of a shorter one at most a
 * quarter at either end. Separators are dropped.
 */
export function maskNumber(number: string): string {
  const code = number
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();
  const quarter = Math.floor(code.length / 4);
  const [head, tail] = code.length >= 15 ? [6, 4] : [quarter, quarter];
  return code.slice(0, head) + '*'.repeat(code.length - head - tail) + code.slice(code.length - tail);
}
