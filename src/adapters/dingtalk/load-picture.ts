import { ChannelError } from '../../bot/channel-error.ts';
import type { Picture } from '../../bot/message.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import { fetchBytes } from '../vendor/fetch-bytes.ts';
import type { DingtalkApi } from './api.ts';

/** Bytes of one picture (product rule). */
const MOST = 20 * 1024 * 1024;

/**
 * Fetches the picture behind a download code: DingTalk gives a signed address
 * on a host of files, which gets no token of ours. `fileHosts`: hosts beside
 * the configured bases that may be private. Throws a ChannelError.
 */
export async function loadPicture(
  api: DingtalkApi,
  { apiBase, oapiBase, clientId }: DingtalkConfig,
  downloadCode: string,
  fileHosts: readonly string[] = [],
): Promise<Picture> {
  const { downloadUrl } = await api.call('POST', '/v1.0/robot/messageFiles/download', {
    downloadCode,
    robotCode: clientId,
  });
  if (typeof downloadUrl !== 'string') throw new ChannelError('dingtalk', 'busy', '钉钉没有给出图片的地址。');
  const trusted = [...[apiBase, oapiBase].map((base) => new URL(base).host), ...fileHosts];
  const { bytes } = await fetchBytes('dingtalk', downloadUrl, { most: MOST, trusted });
  return { name: '图片', bytes };
}
