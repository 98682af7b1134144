/** Something that is timed, one sample after the other. */
export interface Probe {
  /** Prepares what is not timed, and gives what is. `sample` counts from 0 and never comes twice. */
  ready(sample: number): Promise<() => Promise<unknown>>;
}

export interface Sampling {
  /** Samples before the timed ones: compilers and caches settle. */
  readonly warmUp: number;
  readonly samples: number;
}

/**
 * Milliseconds of each probe, sample by sample: A B, B A, A B … so that whatever else the machine does hits all of them
 * alike, and none always follows the same other.
 */
export async function interleave<Name extends string>(
  probes: Readonly<Record<Name, Probe>>,
  { warmUp, samples }: Sampling,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(probes) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let sample = 0; sample < warmUp + samples; sample++) {
    for (const name of sample % 2 === 0 ? names : names.toReversed()) {
      const timed = await probes[name].ready(sample);
      const begun = performance.now();
      await timed();
      const ended = performance.now();
      if (sample >= warmUp) times[name].push(ended - begun);
    }
  }
  return times;
}
