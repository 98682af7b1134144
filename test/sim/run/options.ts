import { parseArgs } from 'node:util';

export interface SimOptions {
  /** The page's port; the platforms have those after it. 0: free ones. */
  readonly port: number;
  /** Address the pages listen on. */
  readonly host: string;
  /** Where the service is, without a trailing slash. */
  readonly service: string;
  readonly dingtalk: 'stream' | 'http';
  readonly isVerified: boolean;
  /** Whose agents take over at WeChat and WeCom. */
  readonly desk: 'own' | 'platform';
}

export const USAGE = `用法：npm run sim -- [选项]
  --port 3100                       页面的端口；各平台依次用它后面的四个
  --host 127.0.0.1                  页面监听的地址；0.0.0.0 可以用同一网络里的手机打开
  --service http://127.0.0.1:3000   备案助手的地址
  --dingtalk stream|http            钉钉用 Stream 还是 HTTP 推送消息
  --unverified                      公众号没有认证：只能被动回复
  --desk own|platform               公众号、微信客服转人工后由谁接待：本系统的工作台，还是平台的客服`;

/** Asked for wrongly: the message says how it should be. */
export class UsageError extends Error {}

const OPTIONS = {
  port: { type: 'string', default: '3100' },
  host: { type: 'string', default: '127.0.0.1' },
  service: { type: 'string', default: 'http://127.0.0.1:3000' },
  dingtalk: { type: 'string', default: 'stream' },
  unverified: { type: 'boolean', default: false },
  desk: { type: 'string', default: 'own' },
} as const;

const one = <Value extends string>(value: string, ...allowed: readonly Value[]): Value => {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(USAGE);
  return found;
};

const given = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch {
    throw new UsageError(USAGE);
  }
};

export function optionsOf(args: readonly string[]): SimOptions {
  const { port, host, service, dingtalk, unverified, desk } = given(args);
  const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535 - 4;
  const origin = service.replace(/\/$/, '');
  if (!isPort || !URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol)) throw new UsageError(USAGE);
  if (new URL(origin).origin !== origin) throw new UsageError(USAGE);
  return {
    ...{ port: Number(port), host, service: origin, isVerified: !unverified },
    dingtalk: one(dingtalk, 'stream', 'http'),
    desk: one(desk, 'own', 'platform'),
  };
}
