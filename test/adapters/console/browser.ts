import type { LightMyRequestResponse } from 'fastify';
import type { Role } from '../../../src/adapters/store/agent.ts';
import { type Console, PASSWORD } from './desk.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody's browser after signing in. */
export interface Browser {
  readonly agent: { readonly id: string; readonly number: number; readonly name: string; readonly role: Role };
  readonly cookie: string;
  readonly csrf: string;
  /** A call as the console's page makes it; `headers` put over its own. */
  call(method: Method, path: string, payload?: object, headers?: Record<string, string>): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  /** `403 csrf` of a refusal, `200` otherwise. */
  readonly what: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says by its expectation what it is.
  readonly body: any;
  readonly raw: LightMyRequestResponse;
}

export interface Attempt {
  readonly name: string;
  readonly password?: string;
  readonly code?: string;
  readonly headers?: Record<string, string>;
}

/** One attempt to sign in. */
export async function attempt({ app }: Pick<Console, 'app'>, { headers = {}, ...given }: Attempt): Promise<Answered> {
  const payload = { password: PASSWORD, ...given };
  return answered(await app.inject({ method: 'POST', url: '/api/console/session', payload, headers }));
}

/** Signs in; fails the test where it is refused. */
export async function signIn(desk: Pick<Console, 'app'>, given: Attempt): Promise<Browser> {
  const answer = await attempt(desk, given);
  if (answer.status !== 200) throw new Error(`not signed in: ${answer.what}`);
  return browserOf(desk, answer);
}

/** The browser that got this answer to signing in, or to changing the password. */
export function browserOf({ app }: Pick<Console, 'app'>, { body, raw }: Answered): Browser {
  const token = raw.cookies.find(({ name }) => name === 'beian-agent')?.value ?? '';
  const cookie = `beian-agent=${token}`;
  return {
    agent: body.agent,
    cookie,
    csrf: body.csrf,
    async call(method, path, payload, headers = {}) {
      const own = { cookie, ...(method !== 'GET' && { 'x-csrf-token': body.csrf as string }) };
      return answered(
        await app.inject({
          method,
          url: `/api/console/${path}`,
          headers: { ...own, ...headers },
          ...(payload && { payload }),
        }),
      );
    },
  };
}

function answered(raw: LightMyRequestResponse): Answered {
  const body = raw.json();
  const code = (body as { error?: { code: string } }).error?.code;
  return { status: raw.statusCode, what: code ? `${raw.statusCode} ${code}` : String(raw.statusCode), body, raw };
}
