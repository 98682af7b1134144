import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Who may show our pages in a frame, and whether the outside world reaches us over HTTPS. */
interface Security {
  readonly widgetOrigins: readonly string[];
  readonly https: boolean;
}

/**
 * Headers that keep a page to its own scripts and styles: nothing inline, nothing from elsewhere, nothing evaluated.
 *
 * `upgrade-insecure-requests` and HSTS come only with HTTPS: over plain HTTP in a local network the first would stop
 * the page from loading its own files.
 */
export async function protect(app: FastifyInstance, { widgetOrigins, https }: Security): Promise<void> {
  const self = ["'self'"];
  const none = ["'none'"];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        // A picture that the page made itself or fetched with its token.
        imgSrc: [...self, 'blob:'],
        connectSrc: self,
        baseUri: none,
        formAction: none,
        frameAncestors: [...self, ...widgetOrigins],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    // Cannot name origins; `frame-ancestors` above does.
    xFrameOptions: widgetOrigins.length === 0 && { action: 'sameorigin' },
    strictTransportSecurity: https,
    // Browsers ignore both over plain HTTP, and complain.
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
