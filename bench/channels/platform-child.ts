import { dingtalkPlatform } from './dingtalk-platform.ts';
import type { Platform } from './platform.ts';
import { playPeople } from './play-people.ts';
import { wechatPlatform } from './wechat-platform.ts';
import { wecomPlatform } from './wecom-platform.ts';
import type { ChannelUnderLoad, FromPlatform, ToPlatform } from './words.ts';

/** A platform with its people as a process of its own. Ends with whoever started it. */
const OPEN: Readonly<Record<ChannelUnderLoad, (seed: number) => Promise<Platform>>> = {
  dingtalk: dingtalkPlatform,
  wechat: wechatPlatform,
  wecom: wecomPlatform,
};
let platform: Platform | undefined;

const tell = (words: FromPlatform): void => void process.send?.(words);
const obey = async (words: ToPlatform): Promise<FromPlatform> => {
  if (words.is === 'open') {
    platform = await OPEN[words.channel](words.seed);
    return { is: 'opened', env: platform.env };
  }
  if (!platform) throw new Error('There is no platform yet');
  await platform.reach(words.origin);
  const played = await playPeople(platform, words.parts);
  return { is: 'played', played, complaints: platform.complaints(), late: platform.late() };
};

process.once('disconnect', () => process.exit(0));
process.on('message', (words) => {
  obey(words as ToPlatform).then(tell, (error: Error) => tell({ is: 'failed', what: error.stack ?? error.message }));
});
tell({ is: 'loaded' });
