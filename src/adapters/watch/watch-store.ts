import type { Settled } from '../../bot/case-store.ts';
import type { Store } from '../../bot/ports.ts';
import type { Case } from '../../handoff/case.ts';
import { PARKED } from '../../handoff/outbox.ts';
import type { CaseMoved, Watch } from './watch.ts';

/** The same store; what becomes of cases and of lines under way is seen once it is kept. */
export function watchStore<Given extends Store>(store: Given, watch: Pick<Watch, 'moved' | 'settled'>): Given {
  const settling =
    (way: 'channel' | 'mail', settle: Store['settle']): Store['settle'] =>
    async (line, how: Settled, at, fault) => {
      await settle(line, how, at, fault);
      watch.settled({ ...only(line), way, result: how, ...(fault !== undefined && { fault }) });
    };
  const watched: Pick<Store, 'commit' | 'move' | 'settle' | 'postpone' | 'settleMail' | 'postponeMail'> = {
    async commit(commit) {
      const answered = await store.commit(commit);
      if (answered) see(watch, commit.id, commit.was, commit.case);
      return answered;
    },
    async move(move) {
      const added = await store.move(move);
      if (added) see(watch, move.id, move.was, move.next);
      return added;
    },
    settle: settling('channel', store.settle),
    settleMail: settling('mail', store.settleMail),
    async postpone(line, tries, dueAt, fault) {
      await store.postpone(line, tries, dueAt, fault);
      watch.settled({ ...only(line), way: 'channel', result: dueAt === PARKED ? 'parked' : 'postponed', fault });
    },
    async postponeMail(mail, tries, dueAt, fault) {
      await store.postponeMail(mail, tries, dueAt, fault);
      watch.settled({ ...only(mail), way: 'mail', result: 'postponed', fault });
    },
  };
  return { ...store, ...watched };
}

function only({ talk, seq }: { readonly talk: string; readonly seq: number }) {
  return { talk, seq };
}

function see(watch: Pick<Watch, 'moved'>, talk: string, was: Case, next: Case): void {
  if (was.state === next.state) return;
  const handsOver = was.waitingSince === null && next.waitingSince !== null && was.owner === null;
  const moved: CaseMoved = {
    ...{ talk, from: was.state, to: next.state },
    ...{ reason: next.reason, epoch: next.epoch, handsOver },
  };
  watch.moved(moved);
}
