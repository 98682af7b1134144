/** What an operator's own app at DingTalk is. */
export interface DingtalkConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly mode: 'stream' | 'http';
  readonly cardTemplateId: string | undefined;
  /** The open conversation id of the group that is told when somebody waits. */
  readonly agentGroup: string | undefined;
  /** Without a trailing slash, as every base here. */
  readonly apiBase: string;
  readonly oapiBase: string;
}

export interface WechatConfig {
  readonly appId: string;
  readonly appSecret: string;
  readonly token: string;
  /** Undefined: plain mode. */
  readonly aesKey: string | undefined;
  readonly previousAesKey: string | undefined;
  /** Unverified accounts have no customer-service messages: they can only answer. */
  readonly verified: boolean;
  /** Whose agents take conversations: ours, or those of the platform's own desk. */
  readonly desk: 'own' | 'platform';
  readonly apiBase: string;
}

export interface WecomConfig {
  readonly corpId: string;
  readonly secret: string;
  readonly token: string;
  readonly aesKey: string;
  /** Whose agents take conversations: ours, or the servicers in WeCom. */
  readonly desk: 'own' | 'platform';
  readonly apiBase: string;
}

export interface ChannelConfigs {
  readonly dingtalk: DingtalkConfig | undefined;
  readonly wechat: WechatConfig | undefined;
  readonly wecom: WecomConfig | undefined;
}
