import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { stockOf } from '../../../src/adapters/store/stock.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { tableVault } from '../../../src/adapters/vault/table-vault.ts';
import type { Announcement } from '../../../src/bot/announcement.ts';
import { outcome } from '../../../src/bot/message.ts';
import { after } from '../../../src/handoff/after.ts';
import type { Incident } from '../../../src/handoff/radar.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { ACT, later, newAgent, newSession, verified } from './agents-samples.ts';
import { AT, gapAt, newTalk, ticketAt, turnOf } from './samples.ts';

const NOW = later(10);
const SOON = later(20);
const YESTERDAY = later(-24 * 60);
const SPAN = { from: later(-7 * 24 * 60), to: SOON };

/** A day at the desk: everything that a store does, at least once, in every form in which the service asks for it. */
export async function busyDay(store: SqlStore): Promise<void> {
  await people(store);
  await casesAndLines(store);
  await sendings(store);
  await lists(store);
  await incidents(store);
  await agents(store);
  await vendors(store);
  const vault = tableVault(store.db, vaultSeal(Buffer.alloc(32)));
  await vault.get('a', (await vault.put('a', { name: '', type: '', bytes: Buffer.alloc(0) }, AT)).id);
  await vault.sweep(AT);
  await vault.erase('a');
  await store.erase('a');
  await stockOf(store.db, NOW);
  await store.ping();
}

async function people(store: SqlStore): Promise<void> {
  await store.open(newTalk('a'));
  await store.open(newTalk('b', { talk: { channel: 'wechat', room: 'b', user: 'openid' }, tokenHash: null }));
  await store.byTalk(newTalk('a').talk);
  await store.byToken('a', 'hash-of-a');
  await store.setToken('a', 'hash-of-b');
  await store.setContext('a', {});
  await store.setIdentity('a', 'digest-10');
  await store.othersOf('a', 50);
  await store.othersOf('b', 50);
  await store.turn('a', 'm1');
  const rest = { gaps: [gapAt(AT, '问')], ticket: ticketAt(AT, 'k'), announced: [], at: AT };
  await store.commit(turnOf('a', 1, rest));
  await store.commit(turnOf('b', 1, { outcome: outcome('answer', { entry: 2 }), recognised: '非法参数' }));
  await store.commit(turnOf('a', 4, { turn: { id: 'm2', digest: 'd' }, erase: true }));
  await store.lines('a', 0, 10);
  await store.judge('a', 4, true, AT);
  await store.opinionsOf('a');
  await store.tookData('a', NOW);
  await store.addTicket('a', ticketAt(AT, 'k2'));
  await store.keepCode({ hash: 'h', talk: 'a', sealed: 'v1.x', until: SOON }, NOW);
  await store.takeCode('h', NOW);
}

async function casesAndLines(store: SqlStore): Promise<void> {
  await store.setPresence({ agent: 'agent-1', available: true, capacity: 30, seenAt: NOW });
  await store.seen('agent-1', NOW);
  const move = async (talk: string, step: Step, room?: string): Promise<void> => {
    const record = await store.byId(talk);
    const next = record && after(record.case, step);
    if (!record || !next) throw new Error(`${talk} cannot ${step.is}`);
    const moved = await store.move({
      ...{ id: talk, at: NOW, was: record.case, next, by: 'agent-1', wasTold: record.told, told: {} },
      lines: [{ by: 'agent', reply: { text: '好' } }],
      notes: [{ kind: 'event', author: null, body: { what: step.is } }],
      ...(room !== undefined && { room }),
      ...(step.is === 'claim' && {
        waited: 1,
        message: { id: 'x', digest: 'y' },
        answers: { tickets: ['k2'], mail: 'k2' },
      }),
    });
    if (!moved) throw new Error(`${talk} did not ${step.is}`);
  };
  for (const talk of ['a', 'b']) {
    await move(talk, { is: 'hand-over', reason: 'user_asked', at: AT });
    await move(talk, { is: 'ring', agent: 'agent-1', until: SOON, at: AT }, 'agent-1');
    await move(talk, { is: 'claim', agent: 'agent-1', at: NOW });
  }
  await store.note('a', { kind: 'note', author: 'agent-1', body: { text: '备注' } }, NOW);
  await store.notes('a');
  await store.markRead('a', 'user', 1);
  await store.markRead('a', 'agent', 1);
  await store.rate('a', { score: 5, said: null }, NOW);
  await store.block('a', null);
  await store.loads();
  await store.presences();
  await store.set('alerts', {}, NOW);
  await store.setting('alerts');
}

async function sendings(store: SqlStore): Promise<void> {
  const [first] = await store.deliveries(SOON, 100);
  await store.underWay('b');
  if (!first) throw new Error('nothing under way');
  await store.lease(first, NOW, SOON);
  await store.renew(first.talk, SOON);
  await store.release(first);
  await store.begun(first, 1);
  await store.postpone(first, 1, SOON, 'fault');
  await store.unpark('b', NOW);
  await store.clockWentBack(SOON, NOW);
  await store.thinTurns(later(-300 * 24 * 60), NOW, 10);
  await store.forgetDeliveries(later(-300 * 24 * 60), 10);
  await store.silentSince(later(-300 * 24 * 60), 20);
  await store.settle(first, 'sent', NOW);
  await store.settle(first, 'dead', NOW, 'fault');
  await store.sendings('b');
  const [mail] = await store.mails(SOON, 5);
  if (!mail) throw new Error('no mail under way');
  await store.takeMail(mail, SOON);
  await store.postponeMail(mail, 1, SOON, 'fault');
  await store.settleMail(mail, 'sent', SOON);
  await store.settleMail(mail, 'dead', SOON, 'fault');
  await store.talkOf('k2');
}

/** What consoles and rounds look at. */
async function lists(store: SqlStore): Promise<void> {
  await store.cases(['queued', 'ringing']);
  await store.waiting();
  await store.cases(['agent', 'waiting_user'], { owner: 'agent-1', limit: 10_000 });
  await store.cases(['agent'], { owner: 'agent-1' });
  await store.cases(['queued', 'ringing', 'agent', 'waiting_user', 'follow_up'], { limit: 10_000 });
  await store.cases(['agent', 'waiting_user', 'follow_up'], { limit: 10_000 });
  await store.cases(['ticket'], { limit: 10_000 });
  await store.cases(['resolved', 'closed'], { limit: 500, latest: true });
  await store.cases(['waiting_user', 'resolved']);
  await store.cases(['resolved']);
  await store.due(NOW);
  await store.movedSince(NOW, 10_000);
  await store.waits(20);
  await store.gaps(1000);
  await store.gaps(1000, SPAN.from);
  await store.tickets({ done: false });
  await store.ticketsOf('a');
  await store.finishTicket('k2', NOW);
  await store.lastWords(['a', 'b', 't10']);
  await store.notesOf(['a', 'b', 't7']);
  await store.dayFigures({ from: later(-8 * 60), quietSince: NOW });
  for (const report of Object.values(store.reports) as ((span: typeof SPAN) => Promise<unknown>)[]) await report(SPAN);
  await store.gaps(200, SPAN.from, NOW);
  await store.learning.outcomes(SPAN);
  await store.learning.turns(SPAN);
  await store.learning.resolved({ from: later(-30 * 24 * 60), to: SOON }, 100);
}

async function incidents(store: SqlStore): Promise<void> {
  const incident: Incident = {
    ...{ id: 'i1', kind: 'entry', key: '2', beganAt: AT, endedAt: null },
    ...{ latest: 9, peak: 9, usual: 0.25 },
  };
  await store.counts(AT);
  await store.firstAsk();
  await store.beginIncident(incident);
  await store.countIncident({ ...incident, latest: 10 });
  await store.incidents(SPAN.from);
  for (const subject of [incident, { kind: 'error', key: '非法参数' } as const]) {
    await store.history(subject, { from: later(-14 * 24 * 60), to: AT });
    await store.askers(subject, AT);
  }
  const said: Announcement = {
    ...{ id: 'a1', incident: 'i1', entry: 2, error: null, text: '正在修复', by: 'agent-1', at: AT, until: later(999) },
    ...{ endedAt: null, askedFrom: AT, sendingAt: null, sentAt: null },
  };
  for (const one of [said, { ...said, id: 'a2', entry: null, error: '非法参数' }]) {
    await store.announce(one);
    await store.announcements(YESTERDAY);
    await store.untold('b', NOW);
    await store.markAnnouncement(one.id, 'sending', NOW);
    await store.toBeTold(one, 50);
    await store.reached(one);
  }
  const record = await store.byId('b');
  if (!record) throw new Error('no talk');
  await store.move({
    ...{
      id: 'b',
      at: SOON,
      was: record.case,
      next: record.case,
      wasTold: record.told,
      told: record.told,
      by: 'system',
    },
    ...{ lines: [{ by: 'system', reply: { text: '公告' } }], notes: [], announces: 'a1' },
  });
  await store.markAnnouncement('a1', 'sent', SOON);
  await store.markAnnouncement('a1', 'ended', SOON);
}

async function agents({ agents, sessions, failures, audit, revisions }: SqlStore): Promise<void> {
  await agents.add(newAgent('boss', { role: 'supervisor' }), ACT);
  await agents.add(newAgent('x'), ACT);
  await agents.list();
  await agents.byId('x');
  await agents.byName('x');
  await failures.add({ nameDigest: 'd1', at: AT, agent: 'x', reason: 'password', locks: true, forgetUntil: YESTERDAY });
  await failures.latest('d1', 5);
  await failures.forget('d1');
  await sessions.open(newSession('x'), verified('x'));
  await sessions.find('token-of-x', { at: NOW, idleSince: YESTERDAY });
  await sessions.touch('token-of-x', NOW);
  await agents.offerTotp('x', 'sealed');
  await agents.confirmTotp('x', 'sealed', 7, NOW);
  await agents.removeTotp('x', NOW);
  await agents.changePassword({ from: 'hash-of-x', to: 'new' }, newSession('x', { tokenHash: 'other' }));
  await agents.resetPassword('x', 'newer', ACT);
  await agents.change('x', { role: 'editor', disabled: true }, ACT);
  await sessions.end('other', ACT);
  await audit.add({ at: NOW, who: 'boss', what: 'export', talk: 'b' });
  for (const before of [undefined, 1_000_000]) {
    for (const who of [undefined, 'agent-1', 'nobody']) {
      for (const what of [undefined, ['reveal'], ['transition'], ['sign-in', 'export', 'erase']] as const) {
        await audit.entries({ before, limit: 50, who, what });
      }
    }
  }
  const { id } = revised(
    await revisions.change({ ...{ at: NOW, who: 'boss', subject: 'links', name: null }, after: [] }),
  );
  await revisions.values();
  await revisions.newest();
  await revisions.newest(['links']);
  await revisions.byId(id);
  await revisions.list({ limit: 50 });
  await revisions.list({ limit: 50, before: 9, subject: 'links' });
  await revisions.undo(id, { at: NOW, who: 'boss' });
}

function revised<One extends { readonly id: number }>(made: One | { readonly refused: string }): One {
  if ('refused' in made) throw new Error(made.refused);
  return made;
}

async function vendors({ inbox, vendor, windows, leases, rates }: SqlStore): Promise<void> {
  const arrival = { channel: 'wechat', id: 'new', key: 'k', at: NOW, sealed: 'v1.x' } as const;
  await inbox.take(arrival, NOW);
  await inbox.waiting('wechat', NOW);
  await inbox.begin('wechat', 'k', NOW, SOON);
  await inbox.putBack(arrival, SOON);
  await inbox.finish(arrival, SOON);
  await inbox.forget(later(-370 * 24 * 60));
  await vendor.hold('token', NOW, SOON);
  await vendor.remember('token', 'v1.x', SOON, NOW);
  await vendor.recall('token', NOW);
  await vendor.letGo('token');
  await windows.openWindow('b', { until: SOON, left: 5 });
  await windows.windowOf('b');
  await windows.spend('b', NOW);
  await windows.refund('b');
  await leases.lead('desk', 'me', NOW, SOON);
  await leases.stepDown('desk', 'me');
  await rates.count('key', 60_000, Date.parse(NOW));
  await rates.forget(Date.parse(NOW) - 366 * 86_400_000);
}
