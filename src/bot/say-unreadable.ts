import type { Turn } from './dialogs/dialogue.ts';
import { outcome, type Unreadable } from './message.ts';
import { phrases } from './phrases.ts';

/** What stands in the conversation for something that only its sender can see. */
export const UNREADABLE_LINES: Readonly<Record<Unreadable, string>> = {
  picture: '（发来一张图片，没有取到）',
  voice: '（发来一段语音）',
  video: '（发来一段视频）',
  file: '（发来一个文件）',
  sticker: '（发来一个表情）',
  location: '（发来一个位置）',
  link: '（发来一个链接）',
  card: '（发来一张名片或小程序）',
  recalled: '（撤回了一条消息）',
  other: '（发来一条看不到的消息）',
};

/** Says that something cannot be read, and what to send instead; what was being asked stays asked. */
export async function sayUnreadable(turn: Turn, what: Unreadable): Promise<void> {
  await turn.say({ text: phrases.unreadable[what] });
  turn.settle(outcome('smalltalk'));
}
