import type { WechatRules } from './ctl.ts';

/** The stricter reading of everything that sources disagree about. */
export const STRICT: WechatRules = {
  quotaProfile: 'current',
  maxDeliveries: 3,
  refuseEscapes: false,
  imageLimit: 2 * 1024 * 1024,
  menuSubName: 40,
  menuUrl: 256,
  mediaErrorType: 'text/plain',
  allowedIps: undefined,
  scatter: 0,
};
