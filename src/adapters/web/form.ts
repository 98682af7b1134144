import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Picture } from '../../bot/message.ts';
import { BODY_LIMIT, HttpError } from '../http-error.ts';
import { pictureName } from './picture-name.ts';
import type { UploadRoom } from './upload-room.ts';

export const MOST_PICTURES = 4;

/** Bytes of one picture: what a good phone takes at its best. */
export const PICTURE_LIMIT = 20 * 1024 * 1024;

/** Bytes of a whole form: its pictures, its fields and what stands between them. */
const FORM_LIMIT = MOST_PICTURES * PICTURE_LIMIT + BODY_LIMIT;

/** Parts that are no pictures of ours are counted too, so that nobody sends thousands of empty ones. */
const LIMITS = { fileSize: PICTURE_LIMIT, files: 8, fields: 16, fieldSize: BODY_LIMIT, parts: 24, headerPairs: 16 };

/** A form as it came: its fields by name, and under `picture` its pictures. */
export interface Form {
  readonly [field: string]: unknown;
  readonly picture: readonly Picture[];
}

export interface FormOptions {
  readonly room: UploadRoom;
  /** Milliseconds without a single byte after which the connection is given up. */
  readonly patience: number;
}

/** A form that says itself that it is too large is refused before it is read. */
export function refuseLarge({ headers }: FastifyRequest): void {
  if (Number(headers['content-length'] ?? 0) > FORM_LIMIT) throw tooLarge();
}

/**
 * Reads a multipart form into memory: fields and pictures in any order. What its parts say of their type is not even
 * looked at. The pictures take their place in `room` until the request is answered or gone.
 */
export async function readForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { room, patience }: FormOptions,
): Promise<Form> {
  const { raw } = request;
  // Node destroys a connection that falls silent, and with it goes what was read.
  raw.socket.setTimeout(patience);
  try {
    return await collect(request.parts({ limits: LIMITS }), reserve(reply, room));
  } catch (error) {
    // The sentence only arrives once the client has sent everything.
    raw.unpipe();
    raw.resume();
    throw problemOf(error);
  } finally {
    raw.socket.setTimeout(0);
  }
}

/** Takes room for the bytes of a request; all of it is given back when its answer is out or its connection broken. */
function reserve({ raw }: FastifyReply, room: UploadRoom): (bytes: number) => void {
  let taken = 0;
  raw.once('close', () => room.give(taken));
  return (bytes) => {
    if (raw.closed || !room.take(bytes)) throw busy();
    taken += bytes;
  };
}

async function collect(parts: AsyncIterable<Multipart>, take: (bytes: number) => void): Promise<Form> {
  const fields = new Map<string, unknown>();
  const picture: Picture[] = [];
  for await (const part of parts) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw tooLarge();
      if (fields.has(part.fieldname)) throw bad(`${part.fieldname} 写了两遍，请只写一遍。`);
      fields.set(part.fieldname, part.value);
      continue;
    }
    const bytes = await bytesOf(part, take);
    // What a form sends where nothing was chosen.
    if (bytes.length === 0 && !part.filename) continue;
    if (part.fieldname !== 'picture') throw bad('图片请放在 picture 字段里，一张一个。');
    if (picture.length === MOST_PICTURES) throw tooMany();
    picture.push({ name: pictureName(part.filename ?? ''), bytes });
  }
  if (fields.has('picture')) throw bad('picture 要是一个文件，不能是一段文字。');
  return { ...Object.fromEntries(fields), picture };
}

async function bytesOf({ file }: MultipartFile, take: (bytes: number) => void): Promise<Uint8Array> {
  // Without this the rest of a picture that is too large would be waited for.
  file.once('limit', () => file.destroy(pictureTooLarge()));
  const chunks: Uint8Array[] = [];
  for await (const chunk of file as AsyncIterable<Uint8Array>) {
    take(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Ours as they are; whatever the parser throws is a form that is too large, or none. */
function problemOf(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if ((error as { readonly statusCode?: number }).statusCode === 413) return tooLarge(error);
  return bad('图片没有收完整，或者表单写得不对。请再发一次。', error);
}

function bad(message: string, cause?: unknown): HttpError {
  return new HttpError(400, 'bad-request', message, { cause });
}

function tooLarge(cause?: unknown): HttpError {
  return new HttpError(413, 'too-large', '一次发的内容太多了：最多 4 张图片，每张不超过 20 MB。请分几次发。', {
    cause,
  });
}

function tooMany(): HttpError {
  return new HttpError(413, 'too-many-pictures', '一次最多发 4 张图片。请先发 4 张，其余的下一次发。');
}

function pictureTooLarge(): HttpError {
  return new HttpError(
    413,
    'picture-too-large',
    '有一张图片超过 20 MB，收不下。请在手机相册里裁剪一下，或者重新拍一张，再发一次。',
  );
}

function busy(): HttpError {
  return new HttpError(503, 'busy', '现在发图片的人太多，暂时收不下。请过几秒再发一次。', {
    headers: { 'retry-after': '5' },
  });
}
