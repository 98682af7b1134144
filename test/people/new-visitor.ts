import { randomUUID } from 'node:crypto';
import type { Http } from '../../src/adapters/http.ts';
import type { Person } from './people-desk.ts';

/** Somebody who opens a conversation at the web API. */
export async function newVisitor(app: Http): Promise<Person> {
  const { talk, token } = (await app.inject({ method: 'POST', url: '/api/talks' })).json();
  const headers = { authorization: `Bearer ${token}` };
  const call: Person['call'] = async (method, path, body) => {
    const url = `/api/talks/${talk}${path}`;
    const answer = await app.inject({ method, url, headers, ...(body && { payload: body }) });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };
  return {
    talk,
    headers,
    call,
    say: (text, id = randomUUID()) => call('POST', '/messages', { id, text }),
    async lines() {
      const { body } = await call('GET', '/messages');
      return body.messages.map(
        (line: { by: string; name?: string; text: string }) => `${line.name ?? line.by}: ${line.text}`,
      );
    },
  };
}
