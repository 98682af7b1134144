import { watchContent } from './adapters/content/watch.ts';
import { keepDesk } from './adapters/delivery/keep-desk.ts';
import { leadership } from './adapters/delivery/leadership.ts';
import { createHttp } from './adapters/http.ts';
import { logWatch } from './adapters/log/log-watch.ts';
import { smtpMailer } from './adapters/mail/smtp-mailer.ts';
import { createMetrics } from './adapters/metrics/create-metrics.ts';
import { metricsRoute } from './adapters/metrics/metrics-route.ts';
import type { ServiceState } from './adapters/metrics/service-metrics.ts';
import { openStore } from './adapters/store/open-store.ts';
import { stockOf } from './adapters/store/stock.ts';
import { keepSwept } from './adapters/vault/sweeping.ts';
import { realTime } from './adapters/vendor/vendor-parts.ts';
import { together } from './adapters/watch/watch.ts';
import { watchChannels } from './adapters/watch/watch-channels.ts';
import { watchStore } from './adapters/watch/watch-store.ts';
import { webChannel } from './adapters/web/channel.ts';
import type { Talk } from './bot/message.ts';
import { createTurn } from './bot/turn.ts';
import { vendorChannels } from './channels.ts';
import { loadEnv } from './cli/load-env.ts';
import { progressLines } from './cli/progress-lines.ts';
import { ConfigError, readConfig } from './config.ts';
import { openConsole } from './console.ts';
import { openContent } from './content.ts';
import { layFoundation } from './foundation.ts';
import type { Corrections } from './handoff/corrections.ts';
import { assistantOver, cardCorrections, contentDir, hearing, learnContent, loadEncoder, welcome } from './house.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { languageModel } from './knowledge/language-model.ts';

/** How long turns under way may take after SIGTERM, in milliseconds. */
const LAST_CALL = 4_000;
/** How long the database may take for one thing, in milliseconds. */
const PATIENCE = 20_000;

loadEnv();
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
  const encoder = loadEncoder(config);
  const clock = () => new Date();
  const mailer = config.smtp && smtpMailer(config.smtp);
  let knowledge: Knowledge | undefined;
  let corrections: Corrections | undefined;
  /** Whether a turn passes: what is learnt is not enough for that. */
  let answers = false;
  /** What there is once the content is read. */
  const learnt = { knowledge: () => knowledge, corrections: () => corrections, welcome: () => welcome(knowledge) };

  const state = (): ServiceState => ({
    ready: answers,
    encoder: knowledge && knowledge.withoutEncoder === undefined,
    news: config.databaseUrl ? foundation.bus.isCarried : undefined,
  });
  const metrics = createMetrics({
    dataDir: config.dataDir,
    process: true,
    stock: () => stockOf(store.db, clock().toISOString()),
    state,
  });
  const app = await createHttp({
    logLevel: config.logLevel,
    onLogLine: metrics.onLine,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    widgetOrigins: config.widgetOrigins,
    readiness: async () => {
      await foundation.store.ping();
      const { ready, encoder, news } = state();
      if (!ready) return { ready, why: '还在准备条目，请稍候。' };
      return {
        ready,
        encoder: encoder ? 'ok' : 'missing',
        ...(news !== undefined && { news: news ? 'ok' : 'missing' }),
        ...(model && { 'language-model': model.state() }),
      };
    },
  });
  metrics.measure(app);
  const { metricsToken: token, publicUrl, trustProxy } = config;
  metricsRoute(app, metrics, { token, published: publicUrl !== undefined || trustProxy !== false });
  const watch = together([metrics.watch, logWatch(app.log)]);
  const store = watchStore(await openStore({ ...config, patience: PATIENCE }), watch);
  const foundation = await layFoundation(
    config,
    async () => store,
    (error) => app.log.error({ err: error }, 'another part of the service cannot be reached'),
    () => app.log.warn('news of other instances arrives again'),
  );
  const web = webChannel({
    ...{ ...foundation, ...learnt, app, clock },
    identitySecret: config.identitySecret,
    operator: config.operator,
    rateLimit: config.rateLimit,
    links: { publicUrl: config.publicUrl, seal: foundation.seal },
  });
  const vendors = vendorChannels(config, {
    ...{ ...foundation, ...learnt, app },
    time: realTime,
    publicUrl: config.publicUrl,
    log: app.log,
  });
  const channels = new Map([web, ...vendors].map((channel) => [channel.name, channel]));
  const picturesAgain = async (talk: Talk) => (await channels.get(talk.channel)?.picturesAgain?.(talk)) ?? [];
  const onPicture = (what: string) => app.log.error({ code: 'picture-given-up' }, what);
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const model =
    config.languageModel && languageModel(config.languageModel, { closing: closing.signal, onAsked: watch.asked });
  const content = await openContent({
    ...foundation,
    clock,
    assistantOver: (tried, checks) => assistantOver(tried, foundation, { checks, picturesAgain, onPicture }),
    onError: (error) => app.log.error({ err: error }, 'content could not be applied'),
  });
  openConsole(config, {
    ...{ ...foundation, ...learnt, app, clock },
    content: content.desk,
    closing: closing.signal,
  });
  const { conversationDays: days } = config.operator;
  const keeper = keepDesk({
    ...foundation,
    ...(foundation.leases && { leadership: leadership(foundation.leases) }),
    clock,
    channels: watchChannels(channels, watch),
    onRound: watch.round,
    silent: days === undefined ? undefined : { days, lock: foundation.lock },
    mails: {
      ...foundation,
      mailer,
      publicUrl: config.publicUrl,
      onFault: (error, { talk, seq }) => app.log.error({ err: error, talk, seq }, 'answer could not be mailed'),
    },
    onFault: (error, { talk, seq }) => app.log.error({ err: error, talk, seq }, 'line could not be delivered'),
    onError: (error) => app.log.error({ err: error }, 'desk round failed'),
  });
  const sweeping = keepSwept(foundation.vault, (error) => app.log.error({ err: error }, 'vault could not be swept'));
  await app.listen({ port: config.port, host: config.host });

  knowledge = await learnContent(config, progressLines(console.log), {
    overlay: content.overlay,
    onDecision: watch.decided,
    encoder,
  });
  if (knowledge.withoutEncoder !== undefined) {
    console.warn(`句子编码器不可用，现在只按字词判断，准确率会低一些。原因：${knowledge.withoutEncoder}`);
  }
  const hear = await hearing(knowledge);
  corrections = cardCorrections(hear, knowledge);
  const checks = await content.checks();
  const assistant = await assistantOver(knowledge, foundation, {
    checks,
    hear,
    model,
    publicUrl: config.publicUrl,
    picturesAgain,
    onPicture,
    onPictureDone: watch.picture,
    onHeard: watch.heard,
  });
  const turn = createTurn({
    ...foundation,
    assistant,
    onTurn: watch.turn,
    onFault: (error, { id }) => {
      watch.fault();
      app.log.error({ err: error, message: id }, 'turn failed');
    },
  });
  for (const channel of channels.values()) await channel.open(turn);
  answers = true;
  content.open({ knowledge, checks, assistant });
  const watcher = watchContent(contentDir, content, app.log);
  const { port } = app.server.address() as { port: number };
  console.log(`备案助手已就绪，请用浏览器打开 ${config.publicUrl ?? `http://${hostOf(config.host)}:${port}`}`);

  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(0), LAST_CALL).unref();
    await watcher.close();
    await app.close();
    for (const channel of vendors) await channel.close();
    await content.close();
    await knowledge?.close();
    mailer?.close();
    await keeper.stop();
    await sweeping.stop();
    await foundation.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
