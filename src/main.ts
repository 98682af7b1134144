import { consoleDesk } from './adapters/console/console-desk.ts';
import { contentRoutes } from './adapters/console/content/content-routes.ts';
import { dingtalkLinkRoute } from './adapters/console/dingtalk-link-route.ts';
import type { Work } from './adapters/console/work/work.ts';
import { workRoutes } from './adapters/console/work/work-routes.ts';
import { watchContent } from './adapters/content/watch.ts';
import { keepDesk } from './adapters/delivery/keep-desk.ts';
import { leadership } from './adapters/delivery/leadership.ts';
import { createHttp } from './adapters/http.ts';
import { logWatch } from './adapters/log/log-watch.ts';
import { smtpMailer } from './adapters/mail/smtp-mailer.ts';
import { createMetrics } from './adapters/metrics/create-metrics.ts';
import { metricsRoute } from './adapters/metrics/metrics-route.ts';
import { openStore } from './adapters/store/open-store.ts';
import { stockOf } from './adapters/store/stock.ts';
import { keepSwept } from './adapters/vault/sweeping.ts';
import { agentLinks } from './adapters/vendor/agent-links.ts';
import { realTime } from './adapters/vendor/vendor-parts.ts';
import { together } from './adapters/watch/watch.ts';
import { watchChannels } from './adapters/watch/watch-channels.ts';
import { watchStore } from './adapters/watch/watch-store.ts';
import { webChannel } from './adapters/web/channel.ts';
import type { Talk } from './bot/message.ts';
import { phrases } from './bot/phrases.ts';
import { createTurn } from './bot/turn.ts';
import { vendorChannels } from './channels.ts';
import { loadEnv } from './cli/load-env.ts';
import { progressLines } from './cli/progress-lines.ts';
import { ConfigError, readConfig } from './config.ts';
import { openContent } from './content.ts';
import type { Corrections } from './handoff/corrections.ts';
import {
  assistantOver,
  cardCorrections,
  contentDir,
  handOnAll,
  layFoundation,
  learnContent,
  welcome,
} from './house.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { isFailure, languageModel } from './knowledge/language-model.ts';

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
  const clock = () => new Date();
  const mailer = config.smtp && smtpMailer(config.smtp);
  let knowledge: Knowledge | undefined;
  let corrections: Corrections | undefined;

  const metrics = createMetrics({
    dataDir: config.dataDir,
    process: true,
    stock: () => stockOf(store.db, clock().toISOString()),
    state: () => ({
      ready: knowledge !== undefined,
      encoder: knowledge && knowledge.withoutEncoder === undefined,
      news: config.databaseUrl ? foundation.bus.isCarried : undefined,
    }),
  });
  const app = await createHttp({
    logLevel: config.logLevel,
    onLogLine: metrics.onLine,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    widgetOrigins: config.widgetOrigins,
    readiness: async () => {
      await foundation.store.ping();
      if (!knowledge) return { ready: false, why: '还在准备条目，请稍候。' };
      return {
        ready: true,
        encoder: knowledge.withoutEncoder === undefined ? 'ok' : 'missing',
        ...(config.databaseUrl && { news: foundation.bus.isCarried ? 'ok' : 'missing' }),
        ...(model && { 'language-model': model.state() }),
      };
    },
  });
  // Loaded only where somebody wants it: it takes a while.
  const tracing =
    config.tracesEndpoint === undefined
      ? undefined
      : (await import('./adapters/tracing/open-tracing.ts')).openTracing(config.tracesEndpoint);
  const watch = together([metrics.watch, logWatch(app.log), tracing?.watch ?? {}]);
  metrics.measure(app);
  tracing?.requests(app);
  const published = config.publicUrl !== undefined || config.trustProxy !== false;
  metricsRoute(app, metrics, { token: config.metricsToken, published });
  const store = watchStore(await openStore({ ...config, patience: PATIENCE }), watch);
  const foundation = await layFoundation(
    config,
    async () => store,
    (error) => app.log.error({ err: error }, 'another part of the service cannot be reached'),
    () => app.log.warn('news of other instances arrives again'),
  );
  const links = { publicUrl: config.publicUrl, seal: foundation.seal };
  const web = webChannel({
    ...foundation,
    app,
    clock,
    knowledge: () => knowledge,
    corrections: () => corrections,
    welcome: () => (knowledge ? welcome(knowledge) : [{ text: phrases.welcome }]),
    identitySecret: config.identitySecret,
    operator: config.operator,
    rateLimit: config.rateLimit,
    links,
  });
  const vendors = vendorChannels(config, {
    ...foundation,
    app,
    time: realTime,
    publicUrl: config.publicUrl,
    welcome: () => (knowledge ? welcome(knowledge) : [{ text: phrases.welcome }]),
    log: app.log,
  });
  const channels = new Map([web, ...vendors].map((channel) => [channel.name, channel]));
  const picturesAgain = async (talk: Talk) => (await channels.get(talk.channel)?.picturesAgain?.(talk)) ?? [];
  const onPicture = (what: string) => app.log.error({ code: 'picture-given-up' }, what);
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const model =
    config.languageModel &&
    languageModel(config.languageModel, {
      closing: closing.signal,
      onAsked: (asked) =>
        app.log[isFailure(asked) ? 'warn' : 'debug']({ code: 'language-model', ...asked }, 'language model asked'),
    });
  const work: Work = {
    ...foundation,
    clock,
    knowledge: () => knowledge,
    corrections: () => corrections,
    heartbeat: 20_000,
    closing: closing.signal,
    mails: mailer !== undefined,
    links: config.publicUrl !== undefined,
  };
  const content = await openContent({
    ...foundation,
    clock,
    assistantOver: (tried, checks) => assistantOver(tried, foundation, { checks, picturesAgain, onPicture }),
    onError: (error) => app.log.error({ err: error }, 'content could not be applied'),
  });
  consoleDesk({
    app,
    store: foundation.people,
    seal: foundation.seal,
    clock,
    publicUrl: config.publicUrl,
    rateLimit: config.rateLimit,
    rates: foundation.rates,
    lock: foundation.lock,
    handOn: (agent) => handOnAll(foundation, agent, clock().toISOString()),
    routes(scope) {
      workRoutes(scope, work);
      contentRoutes(scope, content.desk);
      const links =
        config.dingtalk && agentLinks('dingtalk', { vendor: foundation.store.vendor, seal: foundation.seal, clock });
      dingtalkLinkRoute(scope, { links, people: foundation.people, clock });
    },
  });
  const keeper = keepDesk({
    ...foundation,
    ...(foundation.leases && { leadership: leadership(foundation.leases) }),
    clock,
    channels: watchChannels(channels, watch),
    onRound: watch.round,
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
  });
  if (knowledge.withoutEncoder !== undefined) {
    console.warn(`句子编码器不可用，现在只按字词判断，准确率会低一些。原因：${knowledge.withoutEncoder}`);
  }
  corrections = await cardCorrections(knowledge);
  const checks = await content.checks();
  const assistant = await assistantOver(knowledge, foundation, {
    checks,
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
  for (const channel of channels.values()) await channel.open(tracing?.turns(turn) ?? turn);
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
    // Last, since a collector that is away takes its time.
    await tracing?.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
