/** What came of a call: never an exception. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      /** 0 where no answer came. */
      readonly status: number;
      /** The service's own words, where it had any. */
      readonly message?: string | undefined;
      /** Seconds after which it may be tried again. */
      readonly wait: number;
    };

/** Milliseconds after which no answer is expected any more; the service gives up earlier by itself. */
export const PATIENCE = 40_000;

export const NO_ANSWER = { ok: false, status: 0, wait: 0 } as const;
