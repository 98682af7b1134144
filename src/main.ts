import { existsSync } from 'node:fs';
import { watchContent } from './adapters/content/watch.ts';
import { createHttp } from './adapters/http.ts';
import { openStore } from './adapters/store/open-store.ts';
import { keepSwept } from './adapters/vault/sweeping.ts';
import { webChannel } from './adapters/web/channel.ts';
import { phrases } from './bot/phrases.ts';
import { progressLines } from './cli/progress-lines.ts';
import { ConfigError, readConfig } from './config.ts';
import { answerWith, contentDir, layFoundation, learnContent, welcome } from './house.ts';
import type { Knowledge } from './knowledge/knowledge.ts';

/** How long turns under way may take after SIGTERM, in milliseconds. */
const LAST_CALL = 4_000;

if (existsSync('.env')) process.loadEnvFile('.env');
process.umask(0o077);

try {
  await serve();
} catch (error) {
  const known = error instanceof ConfigError || (error instanceof Error && 'code' in error);
  console.error(known ? (error as Error).message : error);
  process.exit(1);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const foundation = await layFoundation(config, () => openStore(config));
  let knowledge: Knowledge | undefined;

  const app = await createHttp({
    logLevel: config.logLevel,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    widgetOrigins: config.widgetOrigins,
    readiness: async () => {
      await foundation.store.ping();
      if (!knowledge) return { ready: false, why: '还在准备条目，请稍候。' };
      return { ready: true, encoder: knowledge.withoutEncoder === undefined ? 'ok' : 'missing' };
    },
  });
  const web = webChannel({
    ...foundation,
    app,
    clock: () => new Date(),
    welcome: () => (knowledge ? welcome(knowledge) : [{ text: phrases.welcome }]),
    rateLimit: config.rateLimit,
  });
  const sweeping = keepSwept(foundation.vault, (error) => app.log.error({ err: error }, 'vault could not be swept'));
  await app.listen({ port: config.port, host: config.host });

  knowledge = await learnContent(config, progressLines(console.log));
  if (knowledge.withoutEncoder !== undefined) {
    console.warn(`句子编码器不可用，现在只按字词判断，准确率会低一些。原因：${knowledge.withoutEncoder}`);
  }
  await web.open(
    await answerWith(foundation, knowledge, (error, { id }) =>
      app.log.error({ err: error, message: id }, 'turn failed'),
    ),
  );
  const watcher = watchContent(contentDir, knowledge, app.log);
  const { port } = app.server.address() as { port: number };
  console.log(`备案助手已就绪，请用浏览器打开 ${config.publicUrl ?? `http://${hostOf(config.host)}:${port}`}`);

  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(0), LAST_CALL).unref();
    await watcher.close();
    await app.close();
    await knowledge?.close();
    await sweeping.stop();
    await foundation.store.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
