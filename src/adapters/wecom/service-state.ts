import type { Talk } from '../../bot/message.ts';
import { endsOf, type WecomParts } from './wecom-parts.ts';

/**
 * Who has a session, as WeCom counts: 0 nobody yet, 1 the assistant, 2 it waits in the pool, 3 a servicer, 4 it is over
 * or has not begun. Only in 0 and 1 the API may send.
 */
type ServiceState = 0 | 1 | 2 | 3 | 4;

/** Undefined where WeCom does not tell. */
export async function stateOf(
  { api, log }: Pick<WecomParts, 'api' | 'log'>,
  talk: Talk,
): Promise<ServiceState | undefined> {
  try {
    const { service_state } = await api.call('kf/service_state/get', endsOf(talk));
    return [0, 1, 2, 3, 4].includes(Number(service_state)) ? (service_state as ServiceState) : undefined;
  } catch (error) {
    log.warn({ err: error }, 'WeCom did not tell the state of a session');
    return undefined;
  }
}

/** Whether a person in WeCom has it, or will. */
export function isWithServicer(state: ServiceState | undefined): boolean {
  return state === 2 || state === 3;
}
