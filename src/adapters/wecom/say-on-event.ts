import type { WecomParts } from './wecom-parts.ts';

/**
 * Answers an event with its code, which is good for one message: within 20 s
 * of a welcome or an end, within 48 h of a place in the pool. False where WeCom
 * did not take it: nothing hangs on it, and it is not tried again.
 */
export async function sayOnEvent(
  { api, seal, log }: Pick<WecomParts, 'api' | 'seal' | 'log'>,
  code: string,
  body: object,
): Promise<boolean> {
  try {
    const msgid = seal.digest(`wecom-event\n${code}`).slice(0, 32);
    await api.call('kf/send_msg_on_event', { code, msgid, ...body });
    return true;
  } catch (error) {
    log.warn({ err: error }, 'WeCom did not take the answer to an event');
    return false;
  }
}
