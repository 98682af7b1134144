import { createContext, useContext } from 'react';
import type { Session } from './api/types.ts';

/** Who sits at the desk. What is shown keeps knowing it until it is gone, also when the session ends. */
export const Me = createContext<Session['agent'] | undefined>(undefined);

export function useMe(): Session['agent'] {
  const me = useContext(Me);
  if (!me) throw new Error('No <Me> around');
  return me;
}
