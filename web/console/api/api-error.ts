import { t } from '../../shared/t.ts';

/** A refusal in the server's words, or a network that did not answer (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Of a 409: who has the talk. */
  readonly ownerName: string | undefined;

  constructor(status: number, code: string, message: string, ownerName?: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.ownerName = ownerName;
  }
}

export function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  return error instanceof ApiError ? error.message : t('这个页面出错了。请刷新后再试，写到一半的内容会保留。');
}
