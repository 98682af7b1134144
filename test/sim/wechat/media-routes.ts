import type { SimAnswer, SimRoute } from '../request.ts';
import { refusal } from '../tencent/answer-code.ts';
import { fileAnswer } from '../tencent/media-files.ts';
import { type UploadLimit, uploaded } from '../tencent/upload.ts';
import type { WechatWorld } from './world.ts';

const MB = 1024 * 1024;

const limitsOf = (imageLimit: number): Readonly<Record<string, UploadLimit>> => ({
  image: { bytes: imageLimit, tooBig: 40009, endings: ['jpg', 'png', 'gif', 'bmp'] },
  voice: { bytes: 2 * MB, tooBig: 40010, endings: ['amr', 'mp3'] },
  video: { bytes: 10 * MB, tooBig: 40011, endings: ['mp4'] },
  thumb: { bytes: 64 * 1024, tooBig: 40012, endings: ['jpg'] },
});

/** `media/get`, `media/upload`, and the addresses of pictures and videos, which need no token. */
export function mediaRoutes(world: WechatWorld): Readonly<Record<string, SimRoute>> {
  const { media, clock } = world;
  const bare = (path: string): SimAnswer => {
    const file = media.find(path.split('/')[2] ?? '');
    return file ? fileAnswer(file) : { status: 404 };
  };
  return {
    'GET /cgi-bin/media/get': ({ query }) => {
      const id = query.get('media_id') ?? '';
      const file = media.find(id);
      if (!file) return { ...refusal(40007), headers: { 'content-type': world.rules.mediaErrorType } };
      if (file.type !== 'video') return fileAnswer(file);
      return { headers: { 'content-type': 'application/json' }, body: { video_url: `${world.url}/video/${id}` } };
    },
    'POST /cgi-bin/media/upload': async (request) => {
      const { type, bytes, name } = await uploaded(request, limitsOf(world.rules.imageLimit));
      const created_at = Math.floor(clock.now() / 1000);
      const id = media.put(type, bytes, name);
      return { body: { type, ...(type === 'thumb' ? { thumb_media_id: id } : { media_id: id }), created_at } };
    },
    'GET /mmbiz/*': ({ path }) => bare(path),
    'GET /video/*': ({ path }) => bare(path),
  };
}
