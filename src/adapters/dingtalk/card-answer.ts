/** What becomes of a card after a click; shown to everybody, or to the one who clicked. */
export interface CardAnswer {
  readonly cardData?: { readonly cardParamMap: Readonly<Record<string, string>> };
  readonly userPrivateData?: { readonly cardParamMap: Readonly<Record<string, string>> };
  readonly cardUpdateOptions?: { readonly updateCardDataByKey: boolean; readonly updatePrivateDataByKey: boolean };
}

const BY_KEY = { updateCardDataByKey: true, updatePrivateDataByKey: true } as const;

/** The card is settled for everybody; `hint`: what the one who clicked sees instead of its words. */
export function done(picked: string, hint?: string): CardAnswer {
  return {
    cardData: { cardParamMap: { state: 'done', picked } },
    ...(hint !== undefined && { userPrivateData: { cardParamMap: { hint } } }),
    cardUpdateOptions: BY_KEY,
  };
}

/** Nothing changes; only the one who clicked is told something. */
export function told(hint: string): CardAnswer {
  return { userPrivateData: { cardParamMap: { hint } }, cardUpdateOptions: BY_KEY };
}
