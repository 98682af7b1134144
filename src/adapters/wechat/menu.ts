import type { Outgoing } from './compose.ts';
import { MOST } from './compose.ts';

/** Bytes above the choices; WeChat names no limit, WeCom this one. */
const HEAD_MOST = 1_024;
const TAIL = '点上面的选项，或者直接打字。';

/** Choices that are pressed: the words of one come back as a text. Undefined where they do not fit; then they get numbers. */
export function menuOf({ text, choices }: Pick<Outgoing, 'text' | 'choices'>, more: string): object | undefined {
  if (choices.length === 0) return undefined;
  const [head_content, tail_content] = [text || '请选择：', more || TAIL];
  const bytes = [head_content, ...choices, tail_content].reduce((sum, part) => sum + Buffer.byteLength(part) + 1, 0);
  if (Buffer.byteLength(head_content) > HEAD_MOST || bytes > MOST) return undefined;
  const list = choices.map((content, at) => ({ id: String(at + 1), content }));
  return { msgtype: 'msgmenu', msgmenu: { head_content, list, tail_content } };
}
