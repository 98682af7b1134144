import type { Answered, Line } from '../../../src/bot/message.ts';

/** Somebody at a browser, with a talk of their own. */
export interface Visitor {
  readonly talk: string;
  readonly token: string;
  readonly messages: readonly Line[];
  /** A request to this talk: `call('messages?after=2')`; `''` is the talk itself. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** A JSON body, posted. */
  post(path: string, body: unknown): Promise<Response>;
  /** Says something under a new id and gives the answer; fails the test where it is refused. */
  say(text: string): Promise<Answered>;
}

export async function visit(url: string): Promise<Visitor> {
  const opened = await fetch(`${url}/api/talks`, { method: 'POST' });
  if (opened.status !== 201) throw new Error(`no talk: ${opened.status} ${await opened.text()}`);
  const { talk, token, messages } = (await opened.json()) as Pick<Visitor, 'talk' | 'token' | 'messages'>;
  let said = 0;

  const call: Visitor['call'] = (path, { headers, ...init } = {}) =>
    fetch(`${url}/api/talks/${talk}${path && `/${path}`}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(headers as Record<string, string>) },
    });
  const post: Visitor['post'] = (path, body) =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  return {
    talk,
    token,
    messages,
    call,
    post,
    async say(text) {
      said += 1;
      const answer = await post('messages', { id: `say-${said}`, text });
      if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Answered;
    },
  };
}

/** `400 bad-request`, and the sentence. */
export async function problemIn(response: Response): Promise<{ readonly what: string; readonly message: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return { what: `${response.status} ${error.code}`, message: error.message };
}
