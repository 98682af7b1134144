import { expect, it } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { deliverMails, type MailParts } from '../../../src/adapters/delivery/deliver-mails.ts';
import { answeredTickets } from '../../../src/adapters/mail/answered-tickets.ts';
import { type SmtpMailer, smtpMailer } from '../../../src/adapters/mail/smtp-mailer.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { later } from '../../../src/handoff/later.ts';
import { opened, places } from '../store/stores.ts';
import { ANSWERED, saying, withTicket } from './answered.ts';
import { mailServer, silentServer } from './mail-server.ts';

const seal = vaultSeal(Buffer.alloc(32, 7));
const ADDRESS = 'li.lei@example.com';
const FROM = 'no-reply@beian.example.com';

interface Post {
  readonly store: SqlStore;
  readonly faults: readonly unknown[];
  readonly moved: readonly string[];
  deliver(at?: string): Promise<void>;
}

/** A store with one answer under way to ADDRESS, and what sends it. */
async function post(mailer: MailParts['mailer'], publicUrl?: string): Promise<Post> {
  const store = await opened(await places.SQLite());
  await withTicket(store, 'a', { contact: seal.seal(`13900000000，${ADDRESS}`) });
  const answers = await answeredTickets({ store, seal, mails: true }, 'a');
  await store.move({ ...(await saying(store, 'a', '请换一台手机再扫。')), ...(answers && { answers }) });
  const bus = memoryBus();
  const [faults, moved]: [unknown[], string[]] = [[], []];
  bus.subscribeAll((talk) => moved.push(talk));
  const parts: MailParts = { store, bus, seal, mailer, publicUrl, onFault: (error) => faults.push(error) };
  return { store, faults, moved, deliver: (at = ANSWERED) => deliverMails(parts, at) };
}

function settledOf(store: SqlStore) {
  return store.db.selectFrom('mails').select(['settled', 'tries', 'fault']).executeTakeFirst();
}

async function smtp(url: string, patience?: number): Promise<SmtpMailer> {
  return smtpMailer({ url, from: FROM, ...(patience && { patience }) });
}

it('an answer arrives with its question, its link and nothing else', async () => {
  const server = await mailServer();
  const mailer = await smtp(server.url);
  const { store, deliver } = await post(mailer, 'https://beian.example.com');
  await deliver();
  await deliver(later(ANSWERED, 600_000));
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatchObject({ to: ADDRESS, from: FROM, subject: '留言 L-a 的回答' });
  expect(server.received[0]?.text.replace(/#[\w-]{43}/, '#KEY')).toBe(
    [
      '备案助手',
      '您 3月1日 22:10 的留言（编号 L-a）：\n> 核验一直不过',
      '客服 07 的回答：\n请换一台手机再扫。',
      '也可以在网页上看，之后的回答也在那里：\nhttps://beian.example.com/liuyan/L-a#KEY',
      '这封邮件由系统发出，回复它客服看不到。\n',
    ].join('\n\n'),
  );
  expect(await settledOf(store)).toEqual({ settled: 'sent', tries: 0, fault: null });
  mailer.close();
});

it('what is refused for a while is tried again until it is taken', async () => {
  const server = await mailServer();
  const mailer = await smtp(server.url);
  const { store, deliver, faults } = await post(mailer);
  server.refuse({ code: 451, text: `<${ADDRESS}> try again later` });
  await deliver();
  expect(await settledOf(store)).toEqual({ settled: null, tries: 1, fault: '邮件服务器不收这个收件地址（451）。' });
  await deliver(later(ANSWERED, 1_000));
  expect(await settledOf(store)).toMatchObject({ tries: 1 });
  await deliver(later(ANSWERED, 2_000));
  expect(await settledOf(store)).toMatchObject({ tries: 2 });
  server.refuse(undefined);
  await deliver(later(ANSWERED, 6_000));
  expect(server.received).toHaveLength(1);
  expect(await settledOf(store)).toMatchObject({ settled: 'sent' });
  expect(faults).toEqual([]);
  mailer.close();
});

it('an address that does not exist is given up at once, and agents see it', async () => {
  const server = await mailServer();
  const mailer = await smtp(server.url);
  const { store, deliver, faults, moved } = await post(mailer);
  server.refuse({ code: 550, text: `<${ADDRESS}> user unknown` });
  await deliver();
  const fault = '邮件服务器不收这个收件地址（550）。';
  expect(await settledOf(store)).toEqual({ settled: 'dead', tries: 0, fault });
  expect((await store.notes('a')).at(-1)).toMatchObject({
    kind: 'event',
    body: { what: 'mail-not-delivered', seq: 3, ticket: 'L-a', fault },
  });
  expect(moved).toEqual(['a']);
  expect(JSON.stringify([faults, String(faults[0])])).not.toContain('li.lei');
  mailer.close();
});

it('a server that never answers is given up after the last try', async () => {
  const { url } = await silentServer();
  const mailer = await smtp(url, 20);
  const { store, deliver, faults } = await post(mailer);
  let at = ANSWERED;
  for (let round = 0; round < 16; round++) {
    await deliver(at);
    at = later(at, 3_600_000);
  }
  expect(await settledOf(store)).toMatchObject({ settled: 'dead', tries: 15 });
  expect((await store.notes('a')).at(-1)).toMatchObject({ body: { what: 'mail-not-delivered' } });
  expect(faults).toHaveLength(1);
  mailer.close();
});

it('two instances send it once', async () => {
  const server = await mailServer();
  const mailer = await smtp(server.url);
  const { deliver } = await post(mailer);
  await Promise.all([deliver(), deliver()]);
  expect(server.received).toHaveLength(1);
  mailer.close();
});

it('without a mail server what was under way is given up, visibly', async () => {
  const { store, deliver } = await post(undefined);
  await deliver();
  expect(await settledOf(store)).toEqual({ settled: null, tries: 1, fault: '没有设置 SMTP_URL。' });
});

it('an answer that was erased is not sent', async () => {
  const server = await mailServer();
  const mailer = await smtp(server.url);
  const { store, deliver } = await post(mailer);
  await store.erase('a');
  await deliver();
  expect(server.received).toEqual([]);
  mailer.close();
});

it('the address is stored nowhere but sealed', async () => {
  const { store } = await post(undefined);
  for (const table of ['mails', 'lines', 'notes', 'audit', 'tickets'] as const) {
    expect(JSON.stringify(await store.db.selectFrom(table).selectAll().execute())).not.toContain('li.lei');
  }
});
