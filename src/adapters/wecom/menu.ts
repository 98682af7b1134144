/** Bytes and items of a msgmenu (developer.work.weixin.qq.com, 发送消息). */
const ITEMS = 10;
const ID_BYTES = 64;
const CONTENT_BYTES = 128;
export const HEAD_BYTES = 1024;

interface Menu {
  readonly head_content: string;
  readonly list: readonly {
    readonly type: 'click';
    readonly click: { readonly id: string; readonly content: string };
  }[];
  readonly tail_content?: string;
}

/** Whether choices can be buttons; else they are numbered in the text. */
export function fitsMenu(choices: readonly string[]): boolean {
  return choices.length <= ITEMS && choices.every((choice) => Buffer.byteLength(choice) <= CONTENT_BYTES);
}

/** Buttons under a text. The id of one is its words where they fit, so that what is pressed tells itself. */
export function menuOf(head: string, choices: readonly string[], tail?: string): Menu {
  return {
    head_content: head,
    list: choices.map((content, at) => ({
      type: 'click',
      click: { id: Buffer.byteLength(content) <= ID_BYTES ? content : `#${at + 1}`, content },
    })),
    ...(tail !== undefined && { tail_content: tail }),
  };
}
