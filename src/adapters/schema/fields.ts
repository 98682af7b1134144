import { z } from 'zod';

/** Fields that several routes take, each with what it should be in the words of a person. */

const MOST = 2000;
/** What the databases keep the numbers of lines as. */
const MOST_SEQ = 2 ** 31 - 1;
const NO_TEXT = 'text 要是一段文字，不能是数字、列表或者空的。';

/** What a person writes: 1 to 2 000 characters (code points), not only white space. */
export const Text = z
  .string({ error: NO_TEXT })
  .superRefine((text, context) => {
    if (text.trim() === '') context.addIssue('请先写下您的问题，内容不能是空的。');
    else notTooLong(text, context);
  })
  .meta({ minLength: 1, maxLength: MOST, description: '不能只有空白' });

/** What a person writes beside pictures, perhaps nothing. Forms bring every line end as CR LF. */
export const Caption = z
  .string({ error: NO_TEXT })
  .overwrite((text) => (text.trim() === '' ? '' : text.replace(/\r\n/g, '\n')))
  .superRefine(notTooLong)
  .meta({ maxLength: MOST, description: '有图片时可以不写' });

function notTooLong(text: string, context: { addIssue(issue: string): void }): void {
  const { length } = [...text];
  if (length > MOST) context.addIssue(`您写了 ${length} 个字，一条最多 ${MOST} 个字。请删减，或者分成几条再发。`);
}

/** The client's own name for a message, so that a repeated one is known. */
export const MessageId = z
  .string({ error: '缺少 id：请给每条消息一个自己的编号，重发时用同一个。' })
  .regex(/^[\w-]{1,64}$/, 'id 要由 1 到 64 个字母、数字、- 或 _ 组成。');

export const Seq = z
  .int({ error: 'seq 要是一个整数，也就是那句话的序号。' })
  .min(1, 'seq 从 1 开始。')
  .max(MOST_SEQ, 'seq 太大了，没有这句话。');

/** The number of the last line that the client has. */
export const After = z
  .string()
  .regex(/^\d{0,9}$/, '序号要是一个整数，也就是您已有的最后一句话的序号。')
  .transform(Number);

/** A request body: the message for one that is no JSON object, or none at all. */
export const NO_BODY = { error: '请用 JSON 对象发送内容，例如 {"id":"…","text":"…"}。' };
