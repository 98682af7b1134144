import { dingtalkStage } from './dingtalk-stage.ts';
import { optionsOf, UsageError } from './options.ts';
import { openPageServer } from './page-server.ts';
import { settingsFor } from './settings.ts';
import { openSimulators } from './simulators.ts';
import { wechatStage } from './wechat-stage.ts';
import { wecomStage } from './wecom-stage.ts';

/** DingTalk, WeChat and WeCom on this machine, to try the channels without an account. Runs until it is stopped. */

const NAMES = { dingtalk: '钉钉', wechat: '公众号', wecom: '微信客服' } as const;

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { code, port } = error as { readonly code?: unknown; readonly port?: unknown };
  const isTaken = code === 'EADDRINUSE';
  if (!(error instanceof UsageError) && !isTaken) throw error;
  console.error(
    isTaken ? `端口 ${port} 已被占用。请用 --port 换一个，例如 --port 3200。` : (error as UsageError).message,
  );
  process.exit(isTaken ? 1 : 2);
}

async function run(args: readonly string[]): Promise<void> {
  const options = optionsOf(args);
  const simulators = await openSimulators(options);
  const { clock, dingtalk, wechat, wecom } = simulators;
  const stages = [
    dingtalkStage(clock, dingtalk, options.dingtalk),
    wechatStage(clock, wechat),
    wecomStage(clock, wecom),
  ];
  const settings = settingsFor(options, simulators);
  const pages = await openPageServer({ ...options, stages, settings });
  console.log('渠道模拟器已启动，只在这台机器上，不连任何平台。请用浏览器打开：');
  for (const { name } of stages) console.log(`  ${NAMES[name]}  ${pages.url}/${name}`);
  console.log('\n把下面几行放进 .env（代替同名的设置），再启动或重启备案助手：\n');
  console.log(settings.join('\n'));
  console.log('\n按 Ctrl+C 结束。');

  const stop = async (): Promise<void> => {
    await Promise.all([pages.close(), simulators.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}
