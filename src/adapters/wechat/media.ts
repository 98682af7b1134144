import { ChannelError } from '../../bot/channel-error.ts';
import type { Picture } from '../../bot/message.ts';
import type { NewFile } from '../../bot/ports.ts';
import type { WechatApi } from './api.ts';

/** Bytes of a picture that somebody sent; the platform itself takes at most 10 MB. */
const LARGEST = 20_000_000;
/** What WeChat takes as a picture: of the two limits in its documentation, the smaller one. */
const UPLOAD_LARGEST = 2 * 1024 * 1024;
const UPLOAD_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/bmp'];

/** Fetches what somebody sent; kept there for 3 days. */
export async function loadPicture(api: WechatApi, mediaId: string): Promise<Picture> {
  const bytes = await api.bytes(`media/get?media_id=${encodeURIComponent(mediaId)}`, LARGEST);
  return { name: '微信图片', bytes };
}

/** Whether a picture can be sent as one. */
export function isSendable({ type, size }: { readonly type: string; readonly size: number }): boolean {
  return UPLOAD_TYPES.includes(type) && size <= UPLOAD_LARGEST;
}

/** Puts a picture where messages can name it. */
export async function uploadPicture(api: WechatApi, { name, type, bytes }: NewFile): Promise<string> {
  const form = new FormData();
  const ending = type.slice('image/'.length).replace('jpeg', 'jpg');
  form.append(
    'media',
    new Blob([Buffer.from(bytes)], { type }),
    `${name.replace(/\.\w+$/, '') || 'picture'}.${ending}`,
  );
  const { media_id } = await api.call('media/upload?type=image', { body: form, patience: 30_000 });
  if (typeof media_id !== 'string') throw new ChannelError('wechat', 'busy', '微信收了图片，没有给出编号。');
  return media_id;
}
