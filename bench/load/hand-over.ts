import { randomUUID } from 'node:crypto';
import type { Line } from '../../src/bot/message.ts';
import type { Account } from '../../test/people/crash/account.ts';
import type { LoadClient, RawAnswer } from './client.ts';
import { opened } from './opened.ts';
import { heardAll, historyOf } from './play.ts';
import { type Problem, problemsOf } from './problems-of.ts';
import type { Said } from './seen.ts';
import { followTalk } from './stream.ts';

export interface AtDesk {
  readonly origin: string;
  readonly client: LoadClient;
  readonly agent: Account;
}

/** An agent takes conversations; said anew now and then, since who is not heard of is gone. */
export async function onDuty({ client, agent }: AtDesk): Promise<void> {
  await well(
    client.send('POST', '/api/console/presence', { headers: agent.headers, body: { available: true, capacity: 50 } }),
  );
}

/** Somebody asks for a person, gets one, talks with them and is done; they follow all of it. Gives what was wrong. */
export async function playHandOver({ origin, client, agent }: AtDesk): Promise<readonly Problem[]> {
  const open = await opened(client);
  const { talk, token, messages } = open;
  const heard: string[] = [];
  const stream = await followTalk(origin, open, ({ event, data }) => event === 'message' && heard.push(data));
  try {
    const said: Said[] = [];
    const agents: Line[] = [];
    const wrong: Problem[] = [];
    const say = async (cue: Said['cue']): Promise<void> => {
      const id = randomUUID();
      const sent = () => client.send('POST', `/api/talks/${talk}/messages`, { token, body: { id, text: cue.text } });
      said.push({ id, cue, answers: [await sent(), await sent()] });
    };
    const desk = (step: string, body: object) =>
      well(client.send('POST', `/api/console/talks/${talk}/${step}`, { headers: agent.headers, body }));
    const speak = async (text: string): Promise<void> => {
      const body = { id: randomUUID(), text };
      const [first, again] = [linesOf(await desk('messages', body)), linesOf(await desk('messages', body))];
      agents.push(...first);
      if (JSON.stringify(first) !== JSON.stringify(again)) wrong.push({ is: 'repeat', talk, what: `客服的“${text}”` });
    };
    await say({ text: '转人工', kind: 'handoff' });
    await desk('claim', {});
    await speak('您好，请问是哪一步出了问题？');
    await say({ text: '提交以后一直转圈，没有反应', kind: 'silent' });
    await speak('请换一个网络再提交一次。');
    await say({ text: '可以了，谢谢', kind: 'silent' });
    await desk('close', { code: 'solved' });
    const history = await historyOf(client, `/api/talks/${talk}/messages`, token);
    await heardAll(stream, heard, history.length);
    return [...wrong, ...problemsOf({ talk, opened: messages, said, agents, history, heard })];
  } finally {
    stream.close();
  }
}

/** As the person sees them: how they got to them is for agents alone. */
function linesOf({ body }: RawAnswer): readonly Line[] {
  const { messages } = JSON.parse(body) as { messages: readonly (Line & { readonly delivery?: unknown })[] };
  return messages.map(({ delivery, ...line }) => line);
}

async function well(answer: Promise<RawAnswer>): Promise<RawAnswer> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`得到 ${status}：${body.slice(0, 200)}`);
  return { status, body };
}
