import type { SimRequest } from '../request.ts';
import { must } from './answer-code.ts';
import { endingOf } from './media-files.ts';

/** What a type of media may be: bytes, the code of a file beyond them, and file endings (none: any file). */
export interface UploadLimit {
  readonly bytes: number;
  readonly tooBig: number;
  readonly endings?: readonly string[];
}

export interface Uploaded {
  readonly type: string;
  readonly bytes: Buffer;
  readonly name: string;
}

/** The file of a `media/upload` call: the part named `media` of a multipart body. Refuses what the limits forbid. */
export async function uploaded(request: SimRequest, limits: Readonly<Record<string, UploadLimit>>): Promise<Uploaded> {
  const type = request.query.get('type') ?? '';
  const limit = limits[type];
  must(limit, 40004);
  const contentType = request.headers['content-type'] ?? '';
  must(contentType.startsWith('multipart/form-data'), 41005);
  const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  const part = form?.get('media');
  must(part instanceof Blob, 41005);
  const bytes = Buffer.from(await part.arrayBuffer());
  must(bytes.length > 0, 41005);
  must(bytes.length <= limit.bytes, limit.tooBig);
  must(!limit.endings || limit.endings.includes(endingOf(bytes)), 40005);
  return { type, bytes, name: 'name' in part && typeof part.name === 'string' ? part.name : 'media' };
}
