/** Why nothing was moved, or not all. Its message says what to do. */
export class MoveError extends Error {
  readonly code: 'source' | 'in-use' | 'target' | 'changed' | 'row' | 'differs';

  constructor(code: MoveError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MoveError';
    this.code = code;
  }
}
