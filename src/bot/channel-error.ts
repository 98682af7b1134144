import type { ChannelName } from './message.ts';

/**
 * Why a channel could not do what it was asked, and so what is to be done about it:
 * `network` and `busy` pass by themselves; `rate` passes after a known time; `window` only the person can open again, by
 * writing; `refused` never passes; `config` passes once the operator has put something right.
 */
export type ChannelFault = 'network' | 'busy' | 'rate' | 'window' | 'refused' | 'config';

export interface ChannelErrorOptions extends ErrorOptions {
  /** Of `rate`: milliseconds until it may be tried again. */
  readonly retryAfter?: number;
}

/**
 * A vendor said no, or nothing. The message says what happened and what an operator can do, in Chinese.
 *
 * @example
 * new ChannelError('wechat', 'config', '微信不认这个密钥：请核对 WECHAT_APP_SECRET 与公众号后台“开发接口管理”中的 AppSecret。')
 */
export class ChannelError extends Error {
  readonly code = 'channel';
  readonly channel: ChannelName;
  readonly fault: ChannelFault;
  readonly retryAfter: number | undefined;

  constructor(
    channel: ChannelName,
    fault: ChannelFault,
    message: string,
    { retryAfter, ...options }: ChannelErrorOptions = {},
  ) {
    super(message, options);
    this.name = 'ChannelError';
    this.channel = channel;
    this.fault = fault;
    this.retryAfter = retryAfter;
  }
}
