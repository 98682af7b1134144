import { useNavigate } from 'react-router';
import { t } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';
import { serverNow } from '../api/server-clock.ts';
import type { Code, Moved } from '../api/types.ts';
import { pathOf } from '../desk/place.ts';
import { useToasts } from '../parts/toast.tsx';
import { timeOf } from '../times.ts';
import { codeName, visitorName } from '../words.ts';

/** What can be done to a conversation. Each says what it did, and takes it back where one asks within five seconds. */
export function useSteps(talk: string) {
  const navigate = useNavigate();
  const toasts = useToasts();
  const name = visitorName(talk);

  async function step(what: string, body: object = {}): Promise<boolean> {
    try {
      await call<Moved>('POST', `/talks/${encodeURIComponent(talk)}/${what}`, body);
      return true;
    } catch (error) {
      toasts.failed(error);
      return false;
    } finally {
      // Also where it was refused: then what is shown is not how it is.
      await refreshTalk(talk);
    }
  }

  async function takeBack(): Promise<void> {
    await call<Moved>('POST', `/talks/${encodeURIComponent(talk)}/claim`, {});
    await refreshTalk(talk);
    void navigate(pathOf('talks', talk));
  }

  async function undoable(what: string, body: object, said: string): Promise<boolean> {
    const isDone = await step(what, body);
    if (isDone) toasts.done(said, takeBack);
    return isDone;
  }

  return {
    async claim(): Promise<void> {
      if (await step('claim')) void navigate(pathOf('talks', talk));
    },
    async takeOver(): Promise<void> {
      if (await step('take-over')) void navigate(pathOf('talks', talk));
    },
    transfer: (to: string | null, toName: string) =>
      undoable(
        'transfer',
        { to },
        to === null ? t('{name} 已放回队伍最前面', { name }) : t('{name} 已转给{toName}', { name, toName }),
      ),
    giveBack: (summary: string) => undoable('return', { summary }, t('{name} 已交回机器人', { name })),
    close: (code: Code) => undoable('close', { code }, t('{name} 已结束：{code}', { name, code: codeName(code) })),
    followUp: (due: string) =>
      undoable('follow-up', { due }, t('{name} 约在 {time} 再看', { name, time: timeOf(due, serverNow()) })),
    async snooze(due: string): Promise<boolean> {
      const isDone = await step('snooze', { due });
      if (isDone) toasts.done(t('{name} 放到 {time}，用户说话就回来', { name, time: timeOf(due, serverNow()) }));
      return isDone;
    },
    async block(blocked: boolean): Promise<void> {
      const isDone = await step('block', { blocked });
      if (!isDone) return;
      toasts.done(blocked ? t('{name} 已停用，不能再发消息', { name }) : t('{name} 已恢复', { name }), async () => {
        await step('block', { blocked: !blocked });
      });
    },
  };
}

export type Steps = ReturnType<typeof useSteps>;
