/**
 * The database cannot be used. The message is for whoever runs the service: it
 * names the setting that says where it is, never a password. `unreachable`,
 * `full` and `slow` pass by themselves, or with what the message says.
 */
export class StoreError extends Error {
  readonly code: 'unreachable' | 'full' | 'slow' | 'schema' | 'encoding' | 'in-use';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
