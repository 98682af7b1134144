import { expect, it, onTestFinished } from 'vitest';
import { MailError } from '../../../src/adapters/mail/mail-error.ts';
import { type SmtpMailer, type SmtpOptions, smtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import { mailServer, silentServer } from './mail-server.ts';

const FROM = 'no-reply@beian.example.com';
const MAIL = {
  id: 'answer-1',
  to: 'li.lei@example.com',
  subject: '留言 L-7K3M-92QF 的回答',
  text: '您好，\n请换一台手机再扫。\n',
};

function mailer(url: string, rest: Partial<SmtpOptions> = {}): SmtpMailer {
  const made = smtpMailer({ url, from: FROM, ...rest });
  onTestFinished(() => made.close());
  return made;
}

async function faultOf(sending: Promise<void>): Promise<MailError> {
  const error = await sending.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  if (!(error instanceof MailError)) throw new Error(`not a MailError: ${error}`);
  return error;
}

it('sends plain text under the id it was given', async () => {
  const server = await mailServer();
  const { send } = mailer(server.url);
  await send(MAIL);
  await send({ ...MAIL, id: 'answer-2' });
  const [first, second] = server.received;
  expect(first).toMatchObject({
    from: FROM,
    to: MAIL.to,
    messageId: '<answer-1@beian.example.com>',
    subject: MAIL.subject,
    text: MAIL.text,
  });
  expect(first?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
  expect(first?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(second?.messageId).toBe('<answer-2@beian.example.com>');
});

it('signs in with what the address says', async () => {
  const seen: string[] = [];
  const server = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username = '', password = '' }, _session, done) {
      seen.push(`${username} ${password}`);
      if (password === 'p@ss') done(null, { user: username });
      else done(new Error('Invalid username or password'));
    },
  });
  const as = (password: string) => server.url.replace('//', `//desk%40example.com:${password}@`);
  await mailer(as('p%40ss')).send(MAIL);
  const fault = await faultOf(mailer(as('wrong')).send(MAIL));
  expect([fault.code, fault.final, fault.message]).toEqual([
    'login',
    false,
    '邮件服务器不让登录（535）：请核对 SMTP_URL 的用户名和密码。',
  ]);
  expect(new Set(seen)).toEqual(new Set(['desk@example.com p@ss', 'desk@example.com wrong']));
});

it.each([
  [451, false],
  [550, true],
])('says why a recipient is refused with %i, without naming them', async (code, final) => {
  const server = await mailServer();
  const { send } = mailer(server.url);
  server.refuse({ code, text: `<${MAIL.to}> not here` });
  const fault = await faultOf(send(MAIL));
  expect([fault.code, fault.final, fault.message]).toEqual([
    'recipient',
    final,
    `邮件服务器不收这个收件地址（${code}）。`,
  ]);
  expect(fault.cause).toBeUndefined();
  server.refuse(undefined);
  await send(MAIL);
  expect(server.received).toHaveLength(1);
});

it('gives up a server that never answers', async () => {
  const { url } = await silentServer();
  const patient = mailer(url, { patience: 100 });
  expect(await faultOf(patient.send(MAIL))).toMatchObject({ code: 'network', final: false });
  const hurried = mailer(url, { deadline: 100 });
  expect((await faultOf(hurried.send(MAIL))).message).toBe('邮件服务器 0.1 秒内没有收下邮件。');
});

it('says that nobody listens', async () => {
  const server = await mailServer();
  await server.close();
  const fault = await faultOf(mailer(server.url).send(MAIL));
  expect([fault.code, fault.message]).toEqual([
    'network',
    expect.stringMatching(/^邮件服务器连不上，或者没有答完（E[A-Z]+）：请核对 SMTP_URL 和网络。$/),
  ]);
});

it('fails what is under way once it is closed', async () => {
  const { url } = await silentServer();
  const made = mailer(url);
  const sending = faultOf(made.send(MAIL));
  made.close();
  expect((await sending).code).toBe('network');
});
