import type { Http } from '../../http.ts';

/** Bytes at most. A platform's body in 兼容模式 holds everything twice, once in Base64. */
const CALLBACK_LIMIT = 192 * 1024;

/** Has the routes of a scope get bodies as bytes, whatever type they claim. */
export function takeRawBodies(scope: Pick<Http, 'removeAllContentTypeParsers' | 'addContentTypeParser'>): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser<Buffer>('*', { parseAs: 'buffer', bodyLimit: CALLBACK_LIMIT }, (_request, body, done) =>
    done(null, body),
  );
}

/** A body as text; what is no UTF-8 becomes U+FFFD. A byte order mark is left out. */
export function bodyText(body: unknown): string {
  return Buffer.isBuffer(body) ? new TextDecoder().decode(body) : '';
}
