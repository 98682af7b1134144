import { jsonBody, type SimAnswer, type SimRoute } from '../request.ts';
import type { SimFile } from './ctl.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

/** How long a signed address works. No page names it; OSS samples use minutes. */
const LIFE_MS = 10 * 60_000;
const HUGE = 25 * 1024 * 1024;

/** A picture of one grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
/** The head of an ELF program. */
const PROGRAM = Buffer.from('7f454c4602010100000000000000000003003e0001000000', 'hex');

export interface FileHost {
  /** A downloadCode for the file. */
  keep(file: SimFile): string;
  /** POST /v1.0/robot/messageFiles/download */
  readonly link: SimRoute;
  /** GET /… on the file host. */
  readonly serve: SimRoute;
}

const denied = (message: string): SimAnswer => ({
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`,
});

/** `base` is asked late, when the file host knows its port. */
export function fileHost({ clock, random, app, record }: World, base: () => string): FileHost {
  const files = new Map<string, SimFile>();
  const links = new Map<string, SimFile>();
  return {
    keep(file) {
      const code = random.id(64);
      files.set(code, file);
      return code;
    },
    link(request) {
      const { downloadCode, robotCode } = jsonBody(request) ?? {};
      if (robotCode !== app.robotCode) return refusal('invalidParameter.robotCode.notExsit', 'robotCode 不存在');
      const file = files.get(String(downloadCode));
      if (!file) return refusal('invalidParameter.downloadCode.invalid', 'downloadCode 不合法');
      const signature = random.id(27);
      links.set(signature, file);
      const until = clock.now() + (file.host === 'expired' ? -60_000 : LIFE_MS);
      const query = new URLSearchParams({
        Expires: String(Math.floor(until / 1000)),
        OSSAccessKeyId: 'sim',
        Signature: `${signature}=`,
      });
      return { body: { downloadUrl: `${base()}/${random.id(20)}.file?${query}` } };
    },
    serve({ query, headers }) {
      if (headers['x-acs-dingtalk-access-token'] || headers.authorization) {
        record.violations.push('GET file host: the access token was shown to another host');
      }
      const file = links.get((query.get('Signature') ?? '').slice(0, -1));
      if (!file) return denied('SignatureDoesNotMatch');
      if (Number(query.get('Expires')) * 1000 < clock.now()) return denied('Request has expired.');
      const body = file.bytes ?? PIXEL;
      if (file.host === 'redirect') {
        return { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } };
      }
      if (file.host === 'huge') return { body: Buffer.concat([body], HUGE) };
      if (file.host === 'wrongMagic') return { body: PROGRAM };
      return file.host === 'slow' ? { body, slow: true } : { body };
    },
  };
}
