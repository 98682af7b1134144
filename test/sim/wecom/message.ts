/** What a customer sends, in the words of a test. Media come as bytes; the platform keeps them for `media/get`. */
export type WecomMessage = { readonly from: string; readonly msgid?: string } & (
  | { readonly is: 'text'; readonly text: string; readonly menuId?: string }
  | { readonly is: 'image' | 'voice' | 'video'; readonly bytes: Buffer }
  | { readonly is: 'file'; readonly bytes: Buffer; readonly name: string }
  | {
      readonly is: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name: string;
      readonly address: string;
    }
  | { readonly is: 'link'; readonly title: string; readonly desc: string; readonly url: string }
  | { readonly is: 'miniprogram'; readonly title: string; readonly appid: string; readonly pagepath: string }
  | { readonly is: 'business_card'; readonly userid: string }
);

/** An entry of the log that `sync_msg` reads: the fields of the documentation. `send_time` is in seconds. */
export interface SyncItem {
  readonly msgid: string;
  /** Both are absent on events, which name account and customer inside `event`. */
  readonly open_kfid?: string;
  readonly external_userid?: string;
  readonly send_time: number;
  /** 3 a customer, 4 the system, 5 an agent in WeCom. */
  readonly origin: 3 | 4 | 5;
  readonly servicer_userid?: string;
  readonly msgtype: string;
  readonly [body: string]: unknown;
}
