import { z } from 'zod';
import type { KeepAlive } from './keep-alive.ts';

const Opened = z.object({ talk: z.string(), token: z.string() });

/** Opens a talk over HTTP; gives how to say something in it. */
export async function openTalk(client: KeepAlive): Promise<(id: string, text: string) => Promise<unknown>> {
  const { talk, token } = Opened.parse(await client.post('/api/talks', undefined));
  return (id, text) => client.post(`/api/talks/${talk}/messages`, { id, text }, token);
}
