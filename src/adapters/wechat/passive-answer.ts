/** What the answer to a push holds, beside whom it is to and from. */
export type PassiveAnswer =
  | { readonly MsgType: 'text'; readonly Content: string }
  /** The platform's own desk takes over. */
  | { readonly MsgType: 'transfer_customer_service' };
