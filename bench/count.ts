/** What an option of the command line counts, from 1. Ends the process with 2 where it counts nothing. */
export function count(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  console.error(`“${text}”应该是大于 0 的整数。`);
  return process.exit(2);
}
