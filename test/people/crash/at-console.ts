import { randomUUID } from 'node:crypto';
import type { Account } from './account.ts';
import type { Answer, Ask } from './patient.ts';

/** Something an agent wanted to say; `isSaid` where it was acknowledged and not refused. */
export interface Spoken {
  readonly talk: string;
  readonly id: string;
  readonly text: string;
  readonly isSaid: boolean;
  /** The lines that were acknowledged. */
  readonly lines: string;
}

/** A step that was acknowledged, with the epoch it led to. */
export interface Stepped {
  readonly talk: string;
  readonly step: string;
  readonly epoch: number;
}

/** What an agent does at the console, and what came of it. */
export interface AtConsole {
  readonly spoken: readonly Spoken[];
  readonly stepped: readonly Stepped[];
  readonly complaints: readonly string[];
  call(method: string, path: string, body?: object): Promise<Answer>;
  step(talk: string, name: string, body?: object): Promise<void>;
  say(talk: string): Promise<void>;
  /** Sends something acknowledged once more, as a console that is not sure. */
  sayAgain(random: () => number): Promise<void>;
}

export function atConsole({ id, headers }: Account, ask: Ask): AtConsole {
  const [spoken, stepped, complaints]: [Spoken[], Stepped[], string[]] = [[], [], []];
  const call: AtConsole['call'] = async (method, path, body) => {
    const answer = await ask(method, `/api/console${path}`, {
      headers,
      ...(body && { body }),
      what: method === 'GET' ? 'console reading' : `agent ${path.split('/').at(-1)}`,
    });
    if (answer.status >= 500) complaints.push(`${id} got ${answer.status} for ${path}: ${answer.text}`);
    return answer;
  };
  const send = (talk: string, message: { readonly id: string; readonly text: string }): Promise<Answer> =>
    call('POST', `/talks/${talk}/messages`, message);
  return {
    ...{ spoken, stepped, complaints, call },
    async step(talk, name, body = {}) {
      const { status, body: now } = await call('POST', `/talks/${talk}/${name}`, body);
      // Without lines nothing was changed: it had been done before.
      if (status === 200 && now.messages.length > 0) stepped.push({ talk, step: name, epoch: now.epoch });
    },
    async say(talk) {
      const message = { id: randomUUID(), text: `${id} 第 ${spoken.length + 1} 句` };
      const { status, text } = await send(talk, message);
      const isSaid = status === 200;
      spoken.push({ talk, ...message, isSaid, lines: isSaid ? linesIn(text) : '' });
    },
    async sayAgain(random) {
      const said = spoken.filter(({ isSaid }) => isSaid);
      const before = said[Math.floor(random() * said.length)];
      if (!before) return;
      const { talk, id: message, text, lines } = before;
      const { status, text: again } = await send(talk, { id: message, text });
      if (status !== 200 || linesIn(again) !== lines) complaints.push(`${id} got ${status} ${again} after ${lines}`);
    },
  };
}

/** What was said, whatever the case has become since, and however far the line is on its way. */
function linesIn(answer: string): string {
  const { messages } = JSON.parse(answer) as { readonly messages: readonly object[] };
  return JSON.stringify(messages.map((line) => ({ ...line, delivery: undefined })));
}
