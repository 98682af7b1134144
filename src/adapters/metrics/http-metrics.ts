import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { WAITED_FOR } from './buckets.ts';

/** Counts and times what is asked of a server, by the pattern of its route: never by an address that somebody made up. */
export function httpMetrics(register: Registry): (app: FastifyInstance) => void {
  const registers = [register];
  const requests = new Counter({
    ...{ name: 'beian_http_requests_total', registers, labelNames: ['method', 'route', 'status'] as const },
    help: 'HTTP 请求，按方法、路由和状态码；没有这个地址的都算 none',
  });
  const seconds = new Histogram({
    ...{ name: 'beian_http_request_seconds', registers, labelNames: ['area'] as const, buckets: WAITED_FOR },
    help: 'HTTP 请求的时间，不含事件流，按 talks、console、vendor、other',
  });
  const streams = new Gauge({
    ...{ name: 'beian_event_streams', registers, labelNames: ['area'] as const },
    help: '现在打开的事件流：talks 用户的页面，console 客服工作台',
  });
  return (app) => {
    const count = (method: string, url: string | undefined, status: number): void =>
      requests.inc({ method, route: routeOf(url), status });
    // Whoever leaves an event stream ends it without a response.
    app.addHook('onRequest', async ({ method, routeOptions: { url } }, { raw }) => {
      if (!isStream(url)) return;
      streams.inc({ area: areaOf(url) });
      raw.once('close', () => {
        streams.dec({ area: areaOf(url) });
        count(method, url, raw.statusCode);
      });
    });
    app.addHook('onResponse', async ({ method, routeOptions: { url } }, { statusCode, elapsedTime }) => {
      if (isStream(url)) return;
      count(method, url, statusCode);
      seconds.observe({ area: areaOf(url) }, elapsedTime / 1000);
    });
  };
}

function isStream(url: string | undefined): url is string {
  return url?.endsWith('/events') ?? false;
}

/** Files that were built have names that change with every build. */
function routeOf(url: string | undefined): string {
  return url?.replace(/\/[^/*:]+\.\w+$/, '/*') ?? 'none';
}

function areaOf(url = ''): 'talks' | 'console' | 'vendor' | 'other' {
  if (url.startsWith('/api/console')) return 'console';
  if (url.startsWith('/api/')) return 'talks';
  return /^\/(wechat|wecom|dingtalk)(\/|$)/.test(url) ? 'vendor' : 'other';
}
