import type { DialogContext } from 'botbuilder-dialogs';
import { type DiagnoseState, joined } from '../dialogs/diagnose/open-checks.ts';
import type { Next } from '../dialogs/next.ts';

/** Begins a dialogue on top of those that wait. Checks that wait already are joined by the new ones. */
export async function begin(dialogs: DialogContext, { dialog, state }: Next): Promise<void> {
  const waiting = dialogs.activeDialog;
  if (dialog === 'diagnose' && waiting?.id === dialog) {
    waiting.state = joined(waiting.state as DiagnoseState, state);
    return;
  }
  await dialogs.beginDialog(dialog, state);
}
