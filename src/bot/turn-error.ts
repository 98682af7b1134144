/** A turn that cannot be made. The message is for the person who sent it. */
export class TurnError extends Error {
  readonly code: 'no-talk' | 'id-reused' | 'busy';

  constructor(code: TurnError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TurnError';
    this.code = code;
  }
}
