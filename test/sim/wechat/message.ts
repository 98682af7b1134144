/** Who a message comes from, and the id it bears when a test wants a certain one (64-bit decimal). */
interface FromUser {
  readonly from: string;
  readonly msgId?: string;
}

/**
 * What a user of the account does, in the words of a test.
 *
 * Media come as bytes: the platform keeps them for `media/get`, and a picture also under its `PicUrl`.
 * `kf_*` events are pushed by `ctl.agent*` on their own; here they can be made by hand.
 */
export type WechatMessage = FromUser &
  (
    | { readonly is: 'text'; readonly text: string; readonly menuId?: string }
    | { readonly is: 'image'; readonly bytes: Buffer }
    | { readonly is: 'voice'; readonly bytes: Buffer; readonly format?: string; readonly recognition?: string }
    | { readonly is: 'video' | 'shortvideo'; readonly bytes: Buffer }
    | {
        readonly is: 'location';
        readonly latitude: number;
        readonly longitude: number;
        readonly scale?: number;
        readonly label: string;
      }
    | { readonly is: 'link'; readonly title: string; readonly description: string; readonly url: string }
    | WechatEvent
  );

export type WechatEvent =
  | { readonly is: 'subscribe'; readonly scene?: string }
  | { readonly is: 'unsubscribe' }
  | { readonly is: 'SCAN'; readonly scene: string }
  | { readonly is: 'CLICK'; readonly key: string }
  | { readonly is: 'VIEW'; readonly url: string }
  | { readonly is: 'LOCATION'; readonly latitude: number; readonly longitude: number; readonly precision?: number }
  | { readonly is: 'kf_create_session' | 'kf_close_session'; readonly account: string }
  | { readonly is: 'kf_switch_session'; readonly account: string; readonly to: string };

const MESSAGES = ['text', 'image', 'voice', 'video', 'shortvideo', 'location', 'link'];

/** Events have no MsgId, open another quota and are never for the agents of the platform. */
export const isEvent = (message: WechatMessage): boolean => !MESSAGES.includes(message.is);
