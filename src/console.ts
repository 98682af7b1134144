import { consoleDesk } from './adapters/console/console-desk.ts';
import type { ContentDesk } from './adapters/console/content/content-desk.ts';
import { contentRoutes } from './adapters/console/content/content-routes.ts';
import { dingtalkLinkRoute } from './adapters/console/dingtalk-link-route.ts';
import type { Work } from './adapters/console/work/work.ts';
import { workRoutes } from './adapters/console/work/work-routes.ts';
import type { Http } from './adapters/http.ts';
import { agentLinks } from './adapters/vendor/agent-links.ts';
import type { Config } from './config.ts';
import type { Foundation } from './foundation.ts';
import { handOnAll } from './house.ts';

/** Milliseconds between two signs of life on an event stream. */
const HEARTBEAT = 20_000;

export interface ConsoleParts extends Foundation, Pick<Work, 'clock' | 'knowledge' | 'corrections' | 'closing'> {
  readonly app: Http;
  /** What editors work with. */
  readonly content: ContentDesk;
}

/** The console, with all that agents, supervisors and editors do there. Its routes are on the server once this returns. */
export function openConsole(
  config: Pick<Config, 'dingtalk' | 'publicUrl' | 'rateLimit' | 'smtp'>,
  { app, content, ...parts }: ConsoleParts,
): void {
  const { publicUrl, rateLimit, smtp } = config;
  const { store, people, seal, rates, lock, clock } = parts;
  const work: Work = { ...parts, heartbeat: HEARTBEAT, mails: smtp !== undefined, links: publicUrl !== undefined };
  consoleDesk({
    ...{ app, store: people, seal, clock, publicUrl, rateLimit, rates, lock },
    handOn: (agent) => handOnAll(parts, agent, clock().toISOString()),
    routes(scope) {
      workRoutes(scope, work);
      contentRoutes(scope, content);
      const links = config.dingtalk && agentLinks('dingtalk', { vendor: store.vendor, seal, clock });
      dingtalkLinkRoute(scope, { links, people, clock });
    },
  });
}
