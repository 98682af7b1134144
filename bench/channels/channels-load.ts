import type { Prepared } from '../load/prepared.ts';
import type { Problem } from '../load/problems-of.ts';
import type { Measured, Row } from '../load/report.ts';
import { SCRIPTS } from '../load/scripts.ts';
import { type ServiceOptions, startService } from '../service.ts';
import { quantile } from '../statistics.ts';
import { cast } from './casting.ts';
import { type PlatformProcess, startPlatform } from './platform-process.ts';
import { referenceOf } from './reference.ts';
import type { ChannelUnderLoad } from './words.ts';

export interface ChannelsLoadOptions {
  /** People of each channel, all at once. */
  readonly users: number;
  readonly channels: readonly ChannelUnderLoad[];
  /** All channels at the same time, and not one after the other. */
  readonly atOnce: boolean;
  readonly seed: number;
  /** PostgreSQL; a SQLite file where left out. */
  readonly databaseUrl?: string | undefined;
  readonly service: Pick<ServiceOptions, 'flags'>;
  readonly told: (line: string) => void;
}

const NAMES: Readonly<Record<ChannelUnderLoad, string>> = { dingtalk: '钉钉', wechat: '公众号', wecom: '微信客服' };

/**
 * Many people play whole conversations through the channels' simulators, each of which is a process of its own, with one
 * service. What everybody sees is compared with what the service answers to the same words over its web API.
 */
export async function channelsLoad(prepared: Prepared, options: ChannelsLoadOptions): Promise<Measured> {
  const { users, channels, atOnce, seed, databaseUrl, told } = options;
  const platforms = await Promise.all(channels.map((channel) => startPlatform(channel, fresh(seed))));
  try {
    const env = Object.assign({}, ...platforms.map((platform) => platform.env));
    const service = await startService(await prepared.folder('channels'), told, {
      ...options.service,
      env: { ...env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
    });
    try {
      const { origin } = service;
      const reference = (said: readonly string[]) => referenceOf(origin, said);
      const measure = async (platform: PlatformProcess, nth: number): Promise<Measured> => {
        const parts = await cast(SCRIPTS, { people: users, seed: fresh(seed + nth), reference });
        told(`${NAMES[platform.channel]}：${users} 人同时……`);
        return measuredOf(platform.channel, await platform.play(origin, parts));
      };
      const all: Measured[] = [];
      if (atOnce) all.push(...(await Promise.all(platforms.map(measure))));
      else for (const [nth, platform] of platforms.entries()) all.push(await measure(platform, nth));
      return {
        rows: all.flatMap(({ rows }) => rows),
        aims: all.flatMap(({ aims }) => aims),
        problems: all.flatMap(({ problems }) => problems),
        notes: ['每人一句一句地问，答完再问下一句；有人两句一起发，有的消息平台送两三遍、或者隔了一句再送。'],
      };
    } finally {
      await service.stop();
    }
  } finally {
    await Promise.all(platforms.map((platform) => platform.close()));
  }
}

/** Another one at each run: a database that is used again knows the ids of the run before. */
function fresh(seed: number): number {
  return (seed * 1_000_003 + Date.now()) % 2 ** 32;
}

type Played = Awaited<ReturnType<PlatformProcess['play']>>;

function measuredOf(channel: ChannelUnderLoad, { played, complaints, late }: Played): Measured {
  const { times, seconds, repeats, together, picked } = played;
  const row = (id: string, name: string, value: number, unit: Row['unit'] = ''): Row => ({
    ...{ id: `channels.${channel}.${id}`, name: `${NAMES[channel]}：${name}`, unit, value },
  });
  return {
    rows: [
      row('turns', '答完的话', times.length),
      row('repeats', '平台多送的', repeats),
      row('together', '两句一起发的', together),
      row('picked', '用编号或按钮选的', picked),
      row('rate', '每秒回答', times.length / seconds, '轮/秒'),
      row('p50', '从发出到看见，中位数', quantile(times, 0.5), 'ms'),
      row('p99', '从发出到看见，p99', quantile(times, 0.99), 'ms'),
    ],
    aims:
      channel === 'wechat'
        ? [
            {
              id: 'channels.wechat.late',
              name: '公众号：平台等不到 5 秒、提示服务故障的',
              unit: '',
              is: 'most',
              bound: 0,
              value: late,
            },
          ]
        : [],
    problems: [
      ...played.problems.map(({ is, person, what }) => problem(`delivery.${is}`, `${channel} ${person}`, what)),
      ...complaints.map((what) => problem('status', channel, what)),
    ],
    notes: [],
  };
}

function problem(is: Problem['is'], talk: string, what: string): Problem {
  return { is, talk, what: what.slice(0, 200) };
}
