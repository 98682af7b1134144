import type { Http } from './adapters/http.ts';
import { logWatch } from './adapters/log/log-watch.ts';
import type { Metrics } from './adapters/metrics/create-metrics.ts';
import { metricsRoute } from './adapters/metrics/metrics-route.ts';
import { together, type Watch } from './adapters/watch/watch.ts';
import type { Receive } from './bot/ports.ts';
import type { Config } from './config.ts';

/** Those who see what happens: Prometheus, the log, and where one is set a collector of traces. */
export interface Watching {
  readonly watch: Watch;
  /** The same turns, each in a trace of its own where there are traces. */
  turns(receive: Receive): Receive;
  /** Sends what is left of the traces; one that collects them and is away takes its time. */
  close(): Promise<void>;
}

/** Looks at a server from here on, and puts `/metrics` on it. */
export async function openWatching(
  config: Pick<Config, 'metricsToken' | 'publicUrl' | 'tracesEndpoint' | 'trustProxy'>,
  app: Http,
  metrics: Metrics,
): Promise<Watching> {
  const { metricsToken, publicUrl, tracesEndpoint, trustProxy } = config;
  metrics.measure(app);
  metricsRoute(app, metrics, { token: metricsToken, published: publicUrl !== undefined || trustProxy !== false });
  // Loaded only where somebody wants it: it takes a while.
  const tracing =
    tracesEndpoint === undefined
      ? undefined
      : (await import('./adapters/tracing/open-tracing.ts')).openTracing(tracesEndpoint);
  tracing?.requests(app);
  return {
    watch: together([metrics.watch, logWatch(app.log), tracing?.watch ?? {}]),
    turns: (receive) => tracing?.turns(receive) ?? receive,
    close: async () => tracing?.close(),
  };
}
