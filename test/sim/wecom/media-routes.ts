import type { SimRoute } from '../request.ts';
import { must, ok } from '../tencent/answer-code.ts';
import { fileAnswer } from '../tencent/media-files.ts';
import { type UploadLimit, uploaded } from '../tencent/upload.ts';
import type { WecomWorld } from './world.ts';

const MB = 1024 * 1024;
const LIMITS: Readonly<Record<string, UploadLimit>> = {
  image: { bytes: 2 * MB, tooBig: 40009, endings: ['jpg', 'png'] },
  voice: { bytes: 2 * MB, tooBig: 40010, endings: ['amr'] },
  video: { bytes: 10 * MB, tooBig: 40011, endings: ['mp4'] },
  file: { bytes: 20 * MB, tooBig: 40006 },
};

/** `media/get` and `media/upload`. */
export function mediaRoutes({ media, clock }: WecomWorld): Readonly<Record<string, SimRoute>> {
  return {
    'GET /cgi-bin/media/get': ({ query }) => {
      const file = media.find(query.get('media_id') ?? '');
      must(file, 40007);
      return fileAnswer(file);
    },
    'POST /cgi-bin/media/upload': async (request) => {
      const { type, bytes, name } = await uploaded(request, LIMITS);
      const created_at = String(Math.floor(clock.now() / 1000));
      return ok({ type, media_id: media.put(type, bytes, name), created_at });
    },
  };
}
