/** A size as a person reads it: 3.25 MB, 812 KB; near the limit of 4 MB with its bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  const mb = (bytes / 1024 / 1024).toFixed(2);
  return mb === '4.00' ? `${mb} MB（${bytes} 字节）` : `${mb} MB`;
}
