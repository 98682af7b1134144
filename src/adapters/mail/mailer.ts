/** One e-mail in plain text. */
export interface Mail {
  /** The left side of its Message-ID. The same mail sent again has the same one, so that a doubled one is recognised. */
  readonly id: string;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends e-mail. Within a minute `send` resolves, once a server has taken the mail over, or throws a MailError. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
