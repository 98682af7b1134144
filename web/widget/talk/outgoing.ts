/** How far a message is on its way. */
export type Way =
  | { readonly is: 'sending' | 'looking' | 'sent' | 'later' | 'failed' | 'cancelled' }
  /** How much of the pictures is there, 0 to 1. */
  | { readonly is: 'uploading'; readonly share: number }
  /** Too many at once: seconds until it is sent by itself. */
  | { readonly is: 'waits'; readonly seconds: number }
  /** The service says why it does not take it. */
  | { readonly is: 'refused'; readonly message: string }
  /** The service failed. */
  | { readonly is: 'broken'; readonly message: string | undefined };

/** Something that was written here. */
export interface Outgoing {
  /** Kept through every attempt, so that what arrived although its answer was lost is not said twice. */
  readonly id: string;
  readonly text: string;
  readonly pictures: readonly File[];
  readonly consents: boolean;
  readonly at: string;
  readonly way: Way;
  /** Its number, once the service has it. */
  readonly seq: number | undefined;
}
