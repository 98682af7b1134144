/** The database cannot be used. The message names the setting that says where it is, never a password. */
export class StoreError extends Error {
  readonly code: 'unreachable' | 'schema' | 'encoding';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
