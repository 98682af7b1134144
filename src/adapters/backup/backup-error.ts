/** Why nothing was backed up or restored, or not all. Its message says what to do. */
export class BackupError extends Error {
  readonly code: 'source' | 'in-use' | 'target' | 'key' | 'damaged' | 'newer';

  constructor(code: BackupError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}

/** Of a file that is there and cannot be read. */
export function unreadable(file: string): (cause: unknown) => never {
  return (cause) => {
    throw new BackupError('source', `${file} 读不了：请核对权限和磁盘。`, { cause });
  };
}
