import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * A password from standard input: the first line where something is piped into it; at a terminal it is asked for twice
 * and not shown. Empty where none was given, undefined where the person broke off or wrote two different ones.
 */
export async function readPassword(
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean },
  screen: NodeJS.WritableStream,
): Promise<string | undefined> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface(input.isTTY ? { input, output: silent, terminal: true, historySize: 0 } : { input });
  const answers = lines[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const { value, done } = await answers.next();
    return done ? undefined : value;
  };
  const ask = async (question: string): Promise<string | undefined> => {
    screen.write(question);
    const answer = await next();
    screen.write('\n');
    return answer;
  };
  try {
    // Some shells begin what they pipe with a byte order mark.
    if (!input.isTTY) return ((await next()) ?? '').replace(/^\uFEFF/, '');
    const first = await ask('密码（不会显示；直接回车就生成一个）：');
    if (!first) return first;
    return (await ask('再输一次：')) === first ? first : undefined;
  } finally {
    lines.close();
  }
}
