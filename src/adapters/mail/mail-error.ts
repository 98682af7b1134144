type MailFault = 'network' | 'login' | 'recipient' | 'refused' | 'not-set-up';

/** Why a mail did not go out, in words for the log and for agents: they never name an address, nor repeat the server. */
export class MailError extends Error {
  readonly code: MailFault;
  /** Whether another attempt would end the same way. */
  readonly final: boolean;

  constructor(code: MailFault, message: string, { final = false } = {}) {
    super(message);
    this.name = 'MailError';
    this.code = code;
    this.final = final;
  }
}

/** What the SMTP client throws. Its message may quote addresses and the server's own words. */
interface SmtpFault {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}

/** The same fault without anything that names a person. */
export function toMailError(error: unknown): MailError {
  const { code, command, responseCode } = error as SmtpFault;
  const answer = typeof responseCode === 'number' ? responseCode : undefined;
  const said = answer ?? (typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : '没有说明');
  if (code === 'EAUTH')
    return new MailError('login', `邮件服务器不让登录（${said}）：请核对 SMTP_URL 的用户名和密码。`);
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') {
    return new MailError('network', `邮件服务器连不上，或者没有答完（${said}）：请核对 SMTP_URL 和网络。`);
  }
  const final = answer === undefined || answer >= 500;
  if (code === 'EENVELOPE' && command !== 'MAIL FROM' && command !== 'DATA') {
    return new MailError('recipient', `邮件服务器不收这个收件地址（${said}）。`, { final });
  }
  return new MailError('refused', `邮件服务器没有收下邮件（${said}）：请核对 SMTP_FROM。`);
}
