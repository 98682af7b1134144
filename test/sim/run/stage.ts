import type { View } from './view.ts';

/** Who writes where. `at`: with an @ of the robot, in a group. */
export interface Place {
  readonly room: string;
  readonly speaker: string;
  readonly at: boolean;
}

/** A platform whose people are played on a page. What cannot be done now throws an Error that says why. */
export interface Stage {
  readonly name: 'dingtalk' | 'wechat' | 'wecom';
  view(): View;
  say(place: Place, text: string): void;
  picture(place: Place, bytes: Buffer, text: string): void;
  /** Presses a button of something that was shown, or of the menu of a conversation (`line` empty). */
  press(place: Place, line: string, button: string): void;
  /** Uses a tool, of a conversation or of the platform (`room` empty). Gives what is to be told about it. */
  use(room: string, tool: string, value: string): Promise<string | undefined>;
  /** The bytes of a picture that was shown. */
  media(id: string): Buffer | undefined;
}
