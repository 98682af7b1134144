import { z } from 'zod';

const Media = z.object({ media_id: z.string() });

/** What `sync_msg` says happened around a session. */
const SyncedEvent = z.object({
  event_type: z.string(),
  open_kfid: z.string().optional(),
  external_userid: z.string().optional(),
  welcome_code: z.string().optional(),
  fail_msgid: z.string().optional(),
  fail_type: z.number().optional(),
  change_type: z.number().optional(),
  msg_code: z.string().optional(),
});

/** One entry of `msg_list` of `sync_msg`, as far as it is read (developer.work.weixin.qq.com/document/path/94670). */
export const SyncedItem = z.object({
  msgid: z.string().min(1).max(128),
  open_kfid: z.string().optional(),
  external_userid: z.string().optional(),
  /** Seconds since 1970. */
  send_time: z.number(),
  /** 3 the customer, 4 WeCom itself, 5 a servicer in WeCom. */
  origin: z.number(),
  msgtype: z.string(),
  text: z.object({ content: z.string(), menu_id: z.string().optional() }).optional(),
  image: Media.optional(),
  event: SyncedEvent.optional(),
});

export type SyncedItem = z.output<typeof SyncedItem>;

/** A page of `sync_msg`. Each entry is read by itself: one that cannot be read does not cost the others. */
export const SyncedPage = z.object({
  next_cursor: z.string().default(''),
  has_more: z.number().default(0),
  msg_list: z.array(z.unknown()).default([]),
});
