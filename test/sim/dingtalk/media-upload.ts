import type { SimRoute } from '../request.ts';
import { errcode } from './refusal.ts';
import type { World } from './world.ts';

const MB = 1024 * 1024;
const LIMITS: Readonly<Record<string, number>> = { image: 20 * MB, voice: 2 * MB, video: 20 * MB, file: 20 * MB };

/** JPEG, GIF, PNG, BMP by their first bytes. */
const isImage = (bytes: Buffer): boolean =>
  ['ffd8ff', '47494638', '89504e47', '424d'].some((magic) => bytes.toString('hex', 0, 8).startsWith(magic));

export interface MediaStore {
  /** POST /media/upload?access_token=&type= of the old API, multipart with one part `media`. */
  readonly upload: SimRoute;
  has(mediaId: string): boolean;
  get(mediaId: string): Buffer | undefined;
}

/** The codes of refused uploads are the old API's general ones; no page read for this ties them to uploads. */
export function mediaStore({ random, clock, record }: World): MediaStore {
  const kept = new Map<string, Buffer>();
  return {
    has: (mediaId) => kept.has(mediaId),
    get: (mediaId) => kept.get(mediaId),
    async upload({ query, headers, body }) {
      const type = query.get('type') ?? '';
      const limit = LIMITS[type];
      const wrong = (code: number, what: string) => {
        record.violations.push(`POST /media/upload: ${what}`);
        return errcode(code, what);
      };
      if (limit === undefined) return wrong(40004, `type ${type || '(none)'} is not known`);
      const contentType = headers['content-type'] ?? '';
      if (!contentType.startsWith('multipart/form-data')) return wrong(40035, 'not multipart/form-data');
      const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
        .formData()
        .catch(() => undefined);
      const part = form?.get('media');
      if (!part || typeof part === 'string') return wrong(40035, 'no part named media with a file name');
      const bytes = Buffer.from(await part.arrayBuffer());
      if (bytes.length === 0) return wrong(40035, 'media is empty');
      if (bytes.length > limit) return wrong(40006, `${type} of ${bytes.length} bytes is over the limit`);
      if (type === 'image' && !isImage(bytes)) return wrong(40005, 'image is none of jpg, gif, png, bmp');
      const mediaId = `@${random.id(32)}`;
      kept.set(mediaId, bytes);
      return { body: { errcode: 0, errmsg: 'ok', media_id: mediaId, created_at: clock.now(), type } };
    },
  };
}
