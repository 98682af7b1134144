import { computed, signal } from '@preact/signals';
import { t } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import type { Line, Reply, TalkState } from '../api/types.ts';
import { follow } from './follow.ts';
import { createLines } from './lines.ts';
import { type Answered, createOutbox } from './outbox.ts';
import { type Receipt, sayReceipt } from './receipt.ts';
import { createSessions, type Session } from './session.ts';
import { takeCode } from './take-code.ts';
import { createTeller } from './teller.ts';
import { createVotes } from './votes.ts';

/** Lines in one page of the history, as the service gives them. */
const PAGE = 500;
/** Milliseconds between two attempts to load, and for which somebody counts as typing after they were last heard. */
const AGAIN = 3_000;
const TYPING = 6_000;
/** Milliseconds for an archive with all pictures, on a slow line. */
const ARCHIVE = 600_000;

/** Something that the widget itself says, between the lines. */
export interface Notice {
  readonly after: number;
  readonly text: string;
}

export interface TalkOptions {
  readonly base: string;
  readonly context: () => Readonly<Record<string, unknown>>;
  /** An answer or a line of an agent came, for whoever listens from outside. */
  readonly onLine?: (line: Line) => void;
}

/** One conversation: everything that is shown of it, as signals, and everything that can be done. */
export function createTalk({ base, context, onLine }: TalkOptions) {
  const lines = createLines();
  const welcome = signal<readonly Reply[]>([]);
  const state = signal<TalkState>({ state: 'bot' });
  /** A person is to come, or is there: they are heard also where nobody looks at the page. */
  const isAwaited = computed(() => state.value.state === 'queued' || state.value.state === 'agent');
  const isReached = signal(true);
  const isOnline = signal(navigator.onLine);
  const isLoading = signal(true);
  const isTyping = signal(false);
  const notices = signal<readonly Notice[]>([]);
  let typingTimer: ReturnType<typeof setTimeout>;
  let stopFollowing = (): void => {};
  /** Which beginning is shown: an earlier one that still waits for the service has nothing to say any more. */
  let beginnings = 0;
  let isCatchingUp = false;
  let isErasing = false;

  const sessions = createSessions({
    base,
    onOpen(session, begins) {
      lines.add(begins);
      followOn(session);
      // It only shapes questions; without it they are asked all the same.
      tell(context());
    },
    onElsewhere(next) {
      if (next) void begin(next);
      else void startOver(t('这个对话已在别的页面结束，内容不再显示。'));
    },
  });
  const outbox = createOutbox({
    base,
    sessions,
    onAnswer: ({ messages }: Answered) => take(messages),
    onExpired: () => startOver(t('上次的对话已过期，已为您开始新的对话。')),
  });
  const tell = createTeller((body) => own('context', { method: 'POST', body }));
  const votes = createVotes(async (seq, helpful) => {
    const got = await own('feedback', { method: 'POST', body: { seq, helpful } });
    return got.ok;
  });

  const netChanged = (): void => {
    isOnline.value = navigator.onLine;
  };
  const looked = (): void => {
    if (!document.hidden && sessions.current && !isLoading.value) catchUp(sessions.current);
  };
  for (const event of ['online', 'offline'] as const) addEventListener(event, netChanged);
  document.addEventListener('visibilitychange', looked);

  return {
    base,
    lines: lines.all,
    welcome,
    state,
    notices,
    outgoing: outbox.all,
    waiting: outbox.waiting,
    isLoading,
    isTyping,
    connection: computed(() => (!isOnline.value ? 'offline' : isReached.value ? 'live' : 'lost')),
    sessions,
    send: outbox.send,
    retry: outbox.retry,
    cancel: outbox.cancel,
    setAside: outbox.setAside,
    say: (text: string) => notice(text),
    votes: votes.all,
    judge: votes.judge,
    tell,
    /** Begins, or goes on with what was handed over by the address of this page. */
    async begin() {
      const handed = await takeCode(base);
      if (handed !== undefined && handed !== 'refused') sessions.adopt(handed);
      await begin(sessions.current);
      if (handed === 'refused') notice(t('这个二维码已经用过或者过期了，请在电脑上再打开一次。'));
      else if (handed) notice(t('已接上另一台设备上的对话，在那台设备上也看得到这里的内容。'));
    },
    /** Hears and follows nothing any more. */
    end() {
      stopFollowing();
      sessions.end();
      for (const event of ['online', 'offline'] as const) removeEventListener(event, netChanged);
      document.removeEventListener('visibilitychange', looked);
    },
    restart,
    erase,
    /** Forgets which conversation this browser is in; it stays with the service. */
    leave() {
      sessions.forget();
      void begin(undefined);
    },
    file: (id: string) => own<Blob>(`files/${id}`),
    data: () => own<Blob>('data', { patience: ARCHIVE }),
    post: <Data>(path: string, body: object, method: 'POST' | 'PATCH' = 'POST') => own<Data>(path, { method, body }),
    get: <Data>(path: string) => own<Data>(path),
  };

  function own<Data>(path: string, options: { method?: 'POST' | 'PATCH'; body?: object; patience?: number } = {}) {
    const { talk, token } = sessions.current ?? { talk: '', token: '' };
    return call<Data>(base, `talks/${talk}/${path}`, { ...options, token });
  }

  /** Shows the conversation that this browser is in, or how one begins. */
  async function begin(session: Session | undefined): Promise<void> {
    const mine = ++beginnings;
    const isMine = (): boolean => beginnings === mine;
    stopFollowing();
    lines.clear();
    outbox.leave();
    votes.clear();
    notices.value = [];
    isLoading.value = true;
    state.value = { state: 'bot' };
    if (session) {
      if (!(await load(session, lines.add, isMine))) return startOver(t('上次的对话已过期，已为您开始新的对话。'));
      if (isMine()) followOn(session);
    } else await greet(isMine);
    if (isMine()) isLoading.value = false;
  }

  async function greet(isWanted: () => boolean): Promise<void> {
    const got = await patient(() => call<{ messages: readonly Reply[] }>(base, 'welcome'), isWanted);
    if (got) welcome.value = got.messages;
  }

  /** All lines after the last one known; false where the talk is gone. */
  async function load(
    { talk, token }: Session,
    add: (lines: readonly Line[]) => unknown,
    isWanted: () => boolean,
  ): Promise<boolean> {
    for (;;) {
      const path = `talks/${talk}/messages?after=${lines.last()}`;
      const got = await patient(() => call<{ messages: readonly Line[] }>(base, path, { token }), isWanted);
      if (!isWanted()) return true;
      if (!got) return false;
      add(got.messages);
      if (got.messages.length < PAGE) return true;
    }
  }

  /** What this tab missed: another one may have led meanwhile, and its notes do not reach a tab that sleeps. */
  function catchUp(session: Session): void {
    if (isCatchingUp) return;
    isCatchingUp = true;
    void load(session, take, () => sessions.current?.talk === session.talk).finally(() => {
      isCatchingUp = false;
    });
  }

  /** Asks until an answer comes; undefined where the talk is gone, or nobody wants it any more. */
  async function patient<Data>(
    ask: () => ReturnType<typeof call<Data>>,
    isWanted: () => boolean,
  ): Promise<Data | undefined> {
    for (;;) {
      const got = await ask();
      if (!isWanted()) return undefined;
      isReached.value = got.ok || got.status === 401;
      if (got.ok) return got.data;
      if (got.status === 401) return undefined;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }

  function followOn(session: Session): void {
    stopFollowing();
    stopFollowing = follow({
      base,
      session,
      after: lines.last,
      isAwaited,
      heard({ event, data }) {
        if (data === undefined) return;
        const told = JSON.parse(data);
        if (event === 'message') hear(session, told);
        else if (event === 'state') hold(told);
        else if (event === 'typing') typed();
      },
      connected: (yes) => (isReached.value = yes),
      onLost() {
        if (sessions.current?.talk === session.talk) void startOver(t('这个对话已在别的页面结束，内容不再显示。'));
      },
    });
  }

  function hear(session: Session, line: Line): void {
    // A note between tabs was lost: what is missing is read before what came after it.
    if (line.seq > lines.last() + 1 && lines.last() > 0) catchUp(session);
    else take([line]);
  }

  function take(added: readonly Line[]): void {
    for (const line of added) {
      if (line.by === 'user') outbox.owns(line);
      if (lines.add([line]) > 0 && line.by !== 'user') onLine?.(line);
    }
    if (added.length > 0) isTyping.value = false;
  }

  function hold(next: TalkState): void {
    if (next.from !== undefined) {
      lines.forget(next.from);
      outbox.forget(next.from);
    }
    state.value = next;
  }

  function typed(): void {
    isTyping.value = true;
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => (isTyping.value = false), TYPING);
  }

  async function startOver(why: string): Promise<void> {
    sessions.forget();
    await begin(undefined);
    notice(why);
  }

  function notice(text: string): void {
    notices.value = [...notices.value, { after: lines.last(), text }];
  }

  function restart(): void {
    if (sessions.current) outbox.send('重新开始');
  }

  /** Erases everything of this talk, and shows the receipt. */
  async function erase(): Promise<void> {
    const session = sessions.current;
    if (isErasing) return;
    if (!session) return notice(t('还没有对话，没有需要删除的数据。'));
    isErasing = true;
    stopFollowing();
    const { talk, token } = session;
    const got = await call<Receipt>(base, `talks/${talk}`, { method: 'DELETE', token });
    isErasing = false;
    const isCurrent = sessions.current?.talk === talk;
    if (got.ok) {
      if (isCurrent) outbox.clear();
      const receipt = sayReceipt(got.data);
      return isCurrent ? startOver(receipt) : notice(receipt);
    }
    if (!isCurrent) return;
    if (got.status === 401) return startOver(t('这个对话已在别的页面结束，内容不再显示。'));
    notice(t('没有删除成功，请再试一次。'));
    followOn(session);
  }
}

export type Talk = ReturnType<typeof createTalk>;
