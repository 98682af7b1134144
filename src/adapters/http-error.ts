import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { StoreError } from './store/store-error.ts';
import { troubled } from './store/troubled.ts';
import { VaultError } from './vault/vault-error.ts';

/** The largest JSON body taken, in bytes: a message of 2 000 characters fits with room to spare. */
export const BODY_LIMIT = 64 * 1024;

/** Characters of the name of what is wrong: it may be the sender's own. */
const MOST_OF_PLACE = 80;

/** How every error looks outside. `message` is Chinese and says what to do. */
export const Problem = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Problem', description: '出错时的回答' });

/** A refusal that its sender can act on. `code` is for programs, the message for people. */
export class HttpError extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    statusCode: number,
    code: string,
    message: string,
    { headers = {}, ...options }: ErrorOptions & { readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, options);
    this.name = 'HttpError';
    this.statusCode = statusCode;
    this.code = code;
    this.headers = headers;
  }
}

/** What the framework throws, by its code, in our words. */
const FRAMEWORK: Readonly<Record<string, readonly [status: number, code: string, message: string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'not-json', '请求的内容不是有效的 JSON，请检查后再发。'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'bad-request', '请求的内容没有收完整，请再发一次。'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'unsupported-type', '请用 JSON 发送，并写上 Content-Type: application/json。'],
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large', '内容太长了，一次最多 64 kB。请删减或分成几条再发。'],
  FST_ERR_BAD_URL: [400, 'bad-url', '地址写得不对，请检查其中的百分号编码。'],
  FST_ERR_MAX_PARAM_LENGTH: [404, 'not-found', '没有这个地址，请检查是否写对。'],
  FST_ERR_HANDLER_TIMEOUT: [503, 'busy', '处理的时间太长了。您的问题还在，请过几秒再试。'],
};

/** What the database, or the disk, keeps us from doing for now: the same request again will do, after so many seconds. */
const TROUBLES: Readonly<Record<string, readonly [code: string, message: string, seconds: string]>> = {
  unreachable: ['unavailable', '我们这边的数据库暂时连不上，这次没有办成。请过几秒再试一次。', '5'],
  slow: ['busy', '我们这边现在太忙，这次没有办成。请过几秒再试一次。', '5'],
  full: ['no-space', '我们这边的存储空间满了，这次没有保存下来。请稍后再试一次。', '30'],
};

/** Turns whatever was thrown into an answer; what nobody foresaw becomes 500, with the cause kept for the log. */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new HttpError(400, 'bad-request', sentenceOf(error.validation[0]), { cause: error });
  }
  const trouble = troubled(error instanceof VaultError ? error.cause : error);
  const passing = trouble instanceof StoreError ? TROUBLES[trouble.code] : undefined;
  if (passing) {
    const [name, message, seconds] = passing;
    return new HttpError(503, name, message, { cause: error, headers: { 'retry-after': seconds } });
  }
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = FRAMEWORK[code ?? ''];
  if (known) return new HttpError(...known, { cause: error });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new HttpError(statusCode, 'bad-request', '这个请求我们看不懂，请检查后再发。', { cause: error });
  }
  return new HttpError(500, 'internal', '这次是我们这边出错了。您的问题还在，请再试一次，或者转人工。', {
    cause: error,
  });
}

/** What a schema says itself, and where it says nothing for people, the place that is wrong. */
function sentenceOf(problem: { readonly message?: string; readonly instancePath: string } | undefined): string {
  const { message = '', instancePath = '/' } = problem ?? {};
  if (/\p{Script=Han}/u.test(message)) return message;
  const place = instancePath.slice(1, MOST_OF_PLACE);
  return place === '' ? '请求里的内容不对，请检查后再发。' : `请求里的 ${place} 不对，请检查后再发。`;
}

export function notFound(): HttpError {
  return new HttpError(404, 'not-found', '没有这个地址，请检查是否写对。');
}

/** The answer's body. */
export function problemOf({ code, message }: HttpError): z.output<typeof Problem> {
  return { error: { code, message } };
}
