import { createTransport } from 'nodemailer';
import { MailError, toMailError } from './mail-error.ts';
import type { Mailer } from './mailer.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, encrypted as soon as the server offers it, or `smtps://…:465`, from the start. */
  readonly url: string;
  /** The sender's address. */
  readonly from: string;
  /** Milliseconds for one answer of the server, and for a whole mail. */
  readonly patience?: number;
  readonly deadline?: number;
}

/** A mailer with its connections, which are opened with the first mail. */
export interface SmtpMailer extends Mailer {
  /** Signs in and sends nothing. Throws a MailError. */
  verify(): Promise<void>;
  /** Ends them; a mail under way fails. */
  close(): void;
}

/** As a mail client shows it before the address. */
const NAME = '备案助手';
/** Connections at a time. */
const CONNECTIONS = 5;

/** Sends by SMTP. */
export function smtpMailer({ url, from, patience = 10_000, deadline = 30_000 }: SmtpOptions): SmtpMailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host,
    secure: protocol === 'smtps:',
    // A relay on this machine has a certificate for no name that we could check, and nobody listens in between.
    ignoreTLS: isHere(host),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(port && { port: Number(port) }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  });
  return {
    async send({ id, to, subject, text }) {
      const signal = AbortSignal.timeout(deadline);
      try {
        await transport.sendMail({
          messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
          from: { name: NAME, address: from },
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal,
        });
      } catch (error) {
        if (signal.aborted) throw new MailError('network', `邮件服务器 ${deadline / 1000} 秒内没有收下邮件。`);
        throw toMailError(error);
      }
    },
    async verify() {
      await transport.verify().catch((error: unknown) => {
        throw toMailError(error);
      });
    },
    close: () => transport.close({ force: true }),
  };
}

function isHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
