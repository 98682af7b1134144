import type { Picture } from '../../bot/message.ts';
import type { WecomApi } from './wecom-api.ts';

/** Fetches a picture that a customer sent. Throws a ChannelError: `refused` where WeCom no longer has it. */
export async function pictureOf(api: Pick<WecomApi, 'download'>, mediaId: string): Promise<Picture> {
  return { name: '图片', bytes: await api.download(mediaId) };
}
