/** A content file that cannot be used: where, what, and what to do. Stops a start; leaves a running service as it was. */
export class ContentError extends Error {
  readonly code = 'content';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, message: string, options?: ErrorOptions) {
    super(`${file}:${line} ${message}`, options);
    this.name = 'ContentError';
    this.file = file;
    this.line = line;
  }
}
