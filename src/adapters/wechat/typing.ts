import type { Wechat } from './wechat.ts';

/** Milliseconds that an answer may take before it is shown that one is being written. */
const AFTER = 1_000;
/** Nobody wrote for 30 s; it is shown already; the account has no such right: none of it matters. */
const HARMLESS = [45080, 45081, 48001];

/** Shows that an answer is being written, where it takes longer. Gives what calls it off. */
export function showTyping({ config, parts, api }: Wechat, openid: string): () => void {
  if (!config.verified) return () => {};
  return parts.time.after(AFTER, () => {
    const body = { touser: openid, command: 'Typing' };
    void api.call('message/custom/typing', { body, patience: 3_000 }, HARMLESS).catch(() => {});
  });
}
