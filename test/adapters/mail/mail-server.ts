import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly to: string;
  readonly from: string;
  /** As it came, headers and body. */
  readonly raw: string;
  readonly messageId: string;
  readonly subject: string;
  /** The body, decoded. */
  readonly text: string;
}

export interface MailServer {
  /** `smtp://127.0.0.1:…` */
  readonly url: string;
  readonly received: readonly Received[];
  /** Those that a mailbox shows, which keeps one of each Message-ID. */
  readonly mailbox: readonly Received[];
  /** Refuses every recipient with this answer of SMTP from now on; undefined takes them again. */
  refuse(answer: { readonly code: number; readonly text: string } | undefined): void;
  close(): Promise<void>;
}

/** A real SMTP server on this machine, gone after the test. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  let refusal: { readonly code: number; readonly text: string } | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo(_address, _session, done) {
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope;
        received.push(
          read(Buffer.concat(chunks).toString('utf8'), mailFrom ? mailFrom.address : '', rcptTo[0]?.address),
        );
        done(null);
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await new Promise<void>((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    get mailbox() {
      return received.filter(({ messageId }, at) => received.findIndex((one) => one.messageId === messageId) === at);
    },
    refuse(answer) {
      refusal = answer;
    },
    close,
  };
}

/** A server that takes connections and never says a word. */
export async function silentServer(): Promise<{ readonly url: string }> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function read(raw: string, from: string, to = ''): Received {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const header = (name: string): string =>
    headers.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const encoded = body.join('\r\n\r\n');
  const text =
    header('content-transfer-encoding') === 'base64'
      ? Buffer.from(encoded, 'base64').toString('utf8')
      : unquoted(encoded);
  return {
    ...{ raw, from, to },
    messageId: header('message-id'),
    subject: words(header('subject')),
    text: text.replaceAll('\r\n', '\n'),
  };
}

/** Quoted-printable, RFC 2045 §6.7. */
function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words of a header, RFC 2047. */
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, coded: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString('utf8') : unquoted(coded.replaceAll('_', ' ')),
    );
}
