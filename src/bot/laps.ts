/** Milliseconds of what is done by turns, each time up to now; what comes again is added up. */
export class Laps<Name extends string> {
  readonly ms: Record<Name, number>;
  #since = performance.now();

  constructor(names: readonly Name[]) {
    this.ms = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  }

  /** What was done since the last call was this. */
  lap(name: Name): void {
    const now = performance.now();
    this.ms[name] += now - this.#since;
    this.#since = now;
  }
}
