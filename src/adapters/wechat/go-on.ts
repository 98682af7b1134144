import { pageLink } from '../vendor/page-link.ts';
import { RESERVE } from './compose.ts';
import type { Wechat } from './wechat.ts';

/** A word that fetches what waits, and says nothing else. */
const FETCHES = /^(?:继续|取回|接着说|接着|下一条|更多)[。.!！~～]*$/;

/** Whether a text only asks for what could not be sent. */
export function asksToGoOn(text: string): boolean {
  return FETCHES.test(text.trim());
}

/** For the last message that may be sent until they write. At most RESERVE bytes, with what separates it. */
export async function howToGoOn({ parts }: Wechat, talk: string): Promise<string> {
  const words = '微信限制了条数，接下来要等您回复任意内容（例如“继续”）才能再发给您。';
  const link = await pageLink({ ...parts, clock: () => parts.time.now() }, talk);
  const both = `${words}也可以在网页里接着聊：${link}`;
  return link !== undefined && Buffer.byteLength(both) <= RESERVE - 2 ? both : words;
}

/** Under an answer that did not fit, where nothing else can be sent. */
export const MORE = '还有没发完的内容，请回复“继续”取回。';

/** Where the answer takes longer than the platform waits, and nothing can be sent later. */
export const LATER = '正在查，需要一点时间。请过几秒回复任意内容（例如“继续”）取回回答。';
