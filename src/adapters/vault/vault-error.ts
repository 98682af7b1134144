/** The vault's key or content cannot be used. No message holds any of it. */
export class VaultError extends Error {
  readonly code: 'key' | 'format' | 'file';

  constructor(code: VaultError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultError';
    this.code = code;
  }
}
