import { z } from 'zod';
import { problems } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import type { Metrics } from './create-metrics.ts';
import { type MetricsAccess, mayReadMetrics } from './may-read.ts';

/** `GET /metrics`, for Prometheus and for nobody else. */
export function metricsRoute(app: Http, metrics: Pick<Metrics, 'read'>, access: MetricsAccess): void {
  app.get(
    '/metrics',
    {
      schema: {
        summary: '监控指标，Prometheus 的文本格式',
        description: '要带上 Authorization: Bearer METRICS_TOKEN。没有设置 METRICS_TOKEN 时只有本机能读。',
        response: {
          200: { description: '指标', content: { 'text/plain': { schema: z.string() } } },
          ...problems(401, 403),
        },
      },
    },
    async ({ headers, socket }, reply) => {
      if (!mayReadMetrics(access, { headers, peer: socket.remoteAddress })) throw refusal(access);
      const { type, text } = await metrics.read();
      return reply.type(type).header('cache-control', 'no-store').serializer(String).send(text);
    },
  );
}

function refusal({ token }: MetricsAccess): HttpError {
  if (token !== undefined) return new HttpError(401, 'unauthorized', '请带上 METRICS_TOKEN 设置的令牌再读指标。');
  return new HttpError(403, 'forbidden', '指标只给本机读。要从别处读，请设置 METRICS_TOKEN，并带上它。');
}
