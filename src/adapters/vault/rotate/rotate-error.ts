/** Why the key was not changed, or not all the way. Its message says what to do. */
export class RotateError extends Error {
  readonly code: 'source' | 'in-use' | 'key' | 'differs';

  constructor(code: RotateError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RotateError';
    this.code = code;
  }
}
