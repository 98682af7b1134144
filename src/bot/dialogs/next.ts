import type { ClarifyState } from './clarify.ts';
import type { ConsentState } from './consent.ts';
import type { DiagnoseState } from './diagnose/open-checks.ts';
import type { OfferState } from './offer.ts';
import type { PictureState } from './picture.ts';
import type { TicketState } from './ticket.ts';

/** What is to be waited for after a reply: a dialogue with the state it begins in. */
export type Next =
  | { readonly dialog: 'clarify'; readonly state: ClarifyState }
  | { readonly dialog: 'consent'; readonly state: ConsentState }
  | { readonly dialog: 'diagnose'; readonly state: DiagnoseState }
  | { readonly dialog: 'offer'; readonly state: OfferState }
  | { readonly dialog: 'picture'; readonly state: PictureState }
  | { readonly dialog: 'ticket'; readonly state: TicketState };
