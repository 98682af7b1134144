/** Why nothing was moved, backed up or restored. Its message says what to do. */
export class CopyError extends Error {
  readonly code: 'source' | 'target' | 'key' | 'row' | 'differs' | 'damaged' | 'newer';

  constructor(code: CopyError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CopyError';
    this.code = code;
  }
}
