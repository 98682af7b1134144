import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import type { Stock } from '../store/stock.ts';
import type { Watch } from '../watch/watch.ts';
import { deskMetrics } from './desk-metrics.ts';
import { httpMetrics } from './http-metrics.ts';
import { modelMetrics } from './model-metrics.ts';
import { pictureMetrics } from './picture-metrics.ts';
import { readAtMost } from './read-at-most.ts';
import { type ServiceSources, serviceMetrics } from './service-metrics.ts';
import { stockMetrics } from './stock-metrics.ts';
import { turnMetrics } from './turn-metrics.ts';

interface MetricsSources extends ServiceSources {
  readonly stock: () => Promise<Stock>;
}

/** The numbers of one instance, for Prometheus. */
export interface Metrics {
  /** Sees what happens. */
  readonly watch: Watch;
  /** Counts a line of the log, by its level. */
  onLine(level: string): void;
  /** Counts and times all that is asked of a server. */
  measure(app: FastifyInstance): void;
  /** All of them, in Prometheus' text format; nothing in it is of a person. */
  read(): Promise<Exposition>;
  /** Each with its labels. */
  describe(): Promise<readonly DescribedMetric[]>;
}

interface Exposition {
  readonly type: string;
  readonly text: string;
}

export interface DescribedMetric {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly labels: readonly string[];
}

/** The store is asked for what lies at the desk at most so often, and for so long; milliseconds. */
const STOCK = { every: 5_000, patience: 2_000 };

export function createMetrics({ stock, ...service }: MetricsSources): Metrics {
  const register = new Registry();
  const onLine = serviceMetrics(register, service);
  const watch: Watch = {
    ...{ ...turnMetrics(register), ...modelMetrics(register) },
    ...{ ...pictureMetrics(register), ...deskMetrics(register) },
  };
  const measure = httpMetrics(register);
  stockMetrics(register, readAtMost(stock, STOCK));
  return {
    ...{ watch, onLine, measure },
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
    describe: async () =>
      register.getMetricsAsArray().map((metric) => {
        const { name, help, labelNames = [] } = metric as typeof metric & { readonly labelNames?: readonly string[] };
        return { name, help, type: kindOf(metric), labels: labelNames };
      }),
  };
}

function kindOf(metric: object): string {
  return metric.constructor.name.toLowerCase();
}
