import type { Answered, Line } from '../../src/bot/message.ts';
import type { RawAnswer } from './client.ts';
import { compareLines, type Difference, type Placed } from './compare-lines.ts';
import type { Said, Seen } from './seen.ts';

/** What is wrong with a conversation. `history.lost`: a line that was acknowledged is not in it at the end. */
export interface Problem {
  readonly is:
    | 'status'
    | 'repeat'
    | 'outcome'
    | `answer.order`
    | `history.${Difference}`
    | `stream.${Difference}`
    | `delivery.${Difference}`;
  readonly talk: string;
  readonly what: string;
}

type Told = Omit<Problem, 'talk'>;

/** Everything that is wrong with what a person saw of a conversation: each answer by itself, then the whole by its history and its stream. */
export function problemsOf(seen: Seen): readonly Problem[] {
  const { talk, said, history, heard } = seen;
  return [
    ...said.flatMap(inAnswers),
    ...(seen.reused === undefined || seen.reused === 409
      ? []
      : [told('status', `用过的编号换了话，得到 ${seen.reused}`)]),
    ...inNumbers(seen),
    ...inHistory(seen),
    ...(heard === undefined ? [] : compareLines(history.map(whole), heard.map(parsed)).map(named('stream'))),
  ].map((problem) => ({ ...problem, talk }));
}

/** The status, what the answer came to, and whether the same message got the same answer, byte for byte. */
function inAnswers({ cue, answers }: Said): readonly Told[] {
  const [first, ...again] = answers;
  const bad = answers.find(({ status }) => status !== 200);
  if (!first || bad) return [told('status', `“${cue.text}”得到 ${bad?.status ?? '空'}：${bad?.body.slice(0, 200)}`)];
  const { outcome } = answered(first);
  const isWrong =
    (cue.kind !== undefined && outcome.kind !== cue.kind) ||
    (cue.entries !== undefined && String(outcome.entries) !== String(cue.entries));
  return [
    ...(isWrong ? [told('outcome', `“${cue.text}”得到 ${outcome.kind} ${outcome.entries}`)] : []),
    ...again.filter(({ body }) => body !== first.body).map(() => told('repeat', `“${cue.text}”再发一次，回答不一样`)),
  ];
}

/** Answers come right behind what was said: their numbers go on from the last one without holes, until an agent speaks too. */
function inNumbers({ said, opened, agents }: Seen): readonly Told[] {
  if (agents) return [];
  let next = opened.length + 1;
  return said.flatMap(({ cue, answers }) => {
    const numbers = linesIn(answers[0]).map(({ seq }) => seq);
    const begins = next + 1;
    next = begins + numbers.length;
    const isWrong = numbers.some((seq, at) => seq !== begins + at);
    return isWrong ? [told('answer.order', `“${cue.text}”的回答编号是 ${numbers}，应该从 ${begins} 起`)] : [];
  });
}

/** The history holds what was said and answered, all of it, once and in order; beside an agent, also what the desk says of itself. */
function inHistory({ opened, said, agents = [], history }: Seen): readonly Told[] {
  const answers = said.flatMap(({ cue, answers: [first] }) => [{ by: 'user', text: cue.stored ?? cue.text }, first]);
  const lines = answers.flatMap((one) =>
    one === undefined ? [] : 'by' in one ? [own(one)] : linesIn(one).map(placed),
  );
  if (agents.length === 0) {
    return compareLines(numbered([...opened.map(placed), ...lines]), history.map(placed)).map(named('history'));
  }
  const holes = history.filter(({ seq }, at) => seq !== at + 1).slice(0, 1);
  // Where an agent's words stand among the others is told by their numbers alone.
  const told = history.filter(({ by }) => by !== 'system').map(placed);
  const [ours, theirs] = [told.filter((line) => !isOf('agent', line)), told.filter((line) => isOf('agent', line))];
  const spoken = agents.filter(({ by }) => by === 'agent').map(placed);
  const wanted = [...opened.map(placed), ...lines].filter((line) => !isOf('system', line));
  return [
    ...holes.map((line) => ({ is: 'order', line: placed(line) }) as const),
    ...compareLines(numbered(wanted), numbered(ours)),
    ...compareLines(spoken, theirs),
  ].map(named('history'));
}

function answered(answer: RawAnswer): Answered {
  return JSON.parse(answer.body) as Answered;
}

function linesIn(answer: RawAnswer | undefined): readonly Line[] {
  return answer?.status === 200 ? answered(answer).messages : [];
}

/** A person's own words, of which they do not know the time. */
function own(line: { readonly by: string; readonly text: string }): Placed {
  return { seq: 0, content: JSON.stringify([line.by, line.text]) };
}

function placed({ seq, ...rest }: Line): Placed {
  return rest.by === 'user' ? { ...own(rest), seq } : { seq, content: JSON.stringify([rest.by, rest]) };
}

/** With its time: the history and the stream tell it alike. */
function whole({ seq, ...rest }: Line): Placed {
  return { seq, content: JSON.stringify(rest) };
}

function parsed(data: string): Placed {
  return whole(JSON.parse(data) as Line);
}

function numbered(lines: readonly Placed[]): readonly Placed[] {
  return lines.map((line, at) => ({ ...line, seq: at + 1 }));
}

function isOf(by: string, { content }: Placed): boolean {
  return content.startsWith(`["${by}",`);
}

function told(is: Problem['is'], what: string): Told {
  return { is, what };
}

function named<Part extends 'history' | 'stream'>(part: Part) {
  return ({ is, line }: ReturnType<typeof compareLines>[number]): Told =>
    told(`${part}.${is}`, `第 ${line.seq} 句：${line.content.slice(0, 120)}`);
}
