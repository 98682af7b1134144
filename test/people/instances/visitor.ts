import { randomUUID } from 'node:crypto';
import type { Answer, Listening, Service } from './service.ts';

export interface Line {
  readonly seq: number;
  readonly by: string;
  readonly text: string;
  readonly files?: readonly { readonly id: string; readonly size: number }[];
}

/** Something that was said, and acknowledged. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly answer: Answer;
}

/** Somebody at a browser, who talks now with this instance and now with that. */
export interface Visitor {
  readonly talk: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly said: readonly Said[];
  say(first: number, text: string, id?: string): Promise<Answer>;
  call(first: number, method: string, path: string, body?: object | FormData): Promise<Answer>;
  history(first: number): Promise<readonly Line[]>;
  /** Follows the talk; `heard` grows. */
  follow(first: number): Listening & { readonly heard: readonly number[] };
}

export async function visitorOf(service: Service, first: number): Promise<Visitor> {
  const { body } = await service.ask(first, 'POST', '/api/talks');
  const headers = { authorization: `Bearer ${body.token}` };
  const path = `/api/talks/${body.talk}`;
  const said: Said[] = [];
  const call: Visitor['call'] = (nth, method, below, given) =>
    service.ask(nth, method, `${path}${below}`, { headers, ...(given && { body: given }) });
  return {
    talk: body.talk,
    ...{ headers, said, call },
    async say(nth, text, id = randomUUID()) {
      const answer = await call(nth, 'POST', '/messages', { id, text });
      said.push({ id, text, answer });
      return answer;
    },
    history: async (nth) => (await call(nth, 'GET', '/messages?after=0')).body.messages,
    follow(nth) {
      const heard: number[] = [];
      const listening = service.listen(nth, `${path}/events`, headers, ({ event, data }) => {
        if (event === 'message') heard.push(data.seq);
      });
      return Object.assign(listening, { heard });
    },
  };
}
