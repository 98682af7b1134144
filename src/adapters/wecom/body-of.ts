import type { FileRef } from '../../bot/message.ts';
import type { Vault } from '../../bot/ports.ts';
import { menuOf } from './menu.ts';
import type { Part } from './parts-of-line.ts';
import type { WecomApi } from './wecom-api.ts';
import { wecomWords } from './wecom-words.ts';

/** Bytes of an image and of any file (developer.work.weixin.qq.com, 上传临时素材). */
const IMAGE_BYTES = 2 * 1024 * 1024;
const FILE_BYTES = 20 * 1024 * 1024;

interface Files {
  readonly api: Pick<WecomApi, 'upload'>;
  readonly vault: Pick<Vault, 'get'>;
}

/** A message as `send_msg` takes it. `tail`: what stands behind it. */
export async function bodyOf(wecom: Files, talk: string, content: Part, tail?: string): Promise<object> {
  switch (content.is) {
    case 'text':
      return textBody(tail === undefined ? content.text : `${content.text}\n\n${tail}`);
    case 'menu':
      return { msgtype: 'msgmenu', msgmenu: menuOf(content.text, content.choices, tail) };
    case 'file':
      return fileBody(wecom, talk, content.file);
  }
}

export function textBody(content: string): object {
  return { msgtype: 'text', text: { content } };
}

/** A picture where WeCom shows it as one, else a file. */
async function fileBody({ api, vault }: Files, talk: string, { id }: FileRef): Promise<object> {
  const file = await vault.get(talk, id);
  if (!file) return textBody(wecomWords.pictureGone);
  if (file.size > FILE_BYTES) return textBody(wecomWords.pictureTooLarge);
  const isShown = /^image\/(jpeg|png)$/.test(file.type) && file.size <= IMAGE_BYTES;
  const type = isShown ? 'image' : 'file';
  return { msgtype: type, [type]: { media_id: await api.upload(type, file) } };
}
