/** A dotted version as its numbers: `4.4.2` is [4, 4, 2]. */
export type Version = readonly number[];

/** `4.4.2`, `v6.7.0`, `10`: one to six numbers of at most nine digits. Undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const [, digits] = /^\s*v?(\d{1,9}(?:\.\d{1,9}){0,5})\s*$/i.exec(text) ?? [];
  return digits?.split('.').map(Number);
}

/** Negative where `a` is the older one, positive where it is the newer, 0 for the same: a missing number counts as 0, so 5 is 5.0.0. */
export function compareVersions(a: Version, b: Version): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether `long` says the same as `short`, in more detail: 6.0.1 refines 6.0 and 6. */
export function refines(long: Version, short: Version): boolean {
  return short.length <= long.length && short.every((number, at) => number === long[at]);
}
