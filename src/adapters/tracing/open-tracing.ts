import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance } from 'fastify';
import type { Receive } from '../../bot/ports.ts';
import type { Watch } from '../watch/watch.ts';
import { traceRequests } from './trace-requests.ts';
import { traceWatch } from './trace-watch.ts';

/** Traces of requests, turns and what they are made of, sent to a collector. */
export interface Tracing {
  readonly watch: Partial<Watch>;
  /** Has a span for each request to a server. */
  requests(app: FastifyInstance): void;
  /** The same turns, each in a span of its own that all of its parts belong to. */
  turns(receive: Receive): Receive;
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * Traces by OpenTelemetry to an OTLP/HTTP endpoint (without `/v1/traces`). The library's own settings, such as
 * OTEL_EXPORTER_OTLP_HEADERS and OTEL_TRACES_SAMPLER, are read by itself. A collector that is away costs nothing but
 * its traces.
 */
export function openTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'beian-assistant' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const tracer = provider.getTracer('beian-assistant');
  return {
    watch: traceWatch(tracer),
    requests: (app) => traceRequests(app, tracer),
    turns: (receive) => (message) =>
      tracer.startActiveSpan('turn', async (span) => {
        try {
          return await receive(message);
        } catch (error) {
          // Its message may hold what somebody said.
          span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      }),
    async close() {
      // What a collector that is away does not get are the last traces, and nothing else.
      await provider.shutdown().catch(() => undefined);
      trace.disable();
      context.disable();
    },
  };
}
