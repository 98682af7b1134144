import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Dialogue } from '../dialogs/dialogue.ts';
import { begin } from './begin.ts';
import { turnOf } from './turn-adapter.ts';

/** Answers a message that a waiting dialogue had no use for. */
export type Otherwise = (dialogs: DialogContext) => Promise<void>;

/** Puts one of our dialogues on Botkit's stack: begun with its state, it waits for what the person says next. */
export class WaitingDialog<State extends object> extends Dialog<State> {
  readonly #dialogue: Dialogue<State>;
  readonly #otherwise: Otherwise;

  constructor(dialogue: Dialogue<State>, otherwise: Otherwise) {
    super(dialogue.id);
    this.#dialogue = dialogue;
    this.#otherwise = otherwise;
  }

  override async beginDialog(dialogs: DialogContext, state?: State): Promise<DialogTurnResult> {
    remember(dialogs, state ?? {});
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const heard = await this.#dialogue.hear(turnOf(dialogs.context), dialogs.activeDialog?.state as State);
    switch (heard.is) {
      case 'waiting':
        remember(dialogs, heard.state);
        if (heard.next) await begin(dialogs, heard.next);
        return Dialog.EndOfTurn;
      case 'later': {
        remember(dialogs, heard.state);
        await this.#otherwise(dialogs);
        const still = dialogs.activeDialog?.id === this.id;
        if (still && heard.reminder) await turnOf(dialogs.context).say(heard.reminder);
        return Dialog.EndOfTurn;
      }
      case 'leave': {
        const result = await dialogs.endDialog();
        if (dialogs.activeDialog) return dialogs.continueDialog();
        await this.#otherwise(dialogs);
        return result;
      }
      case 'done': {
        const result = await dialogs.endDialog();
        if (!heard.next) return result;
        await begin(dialogs, heard.next);
        return Dialog.EndOfTurn;
      }
    }
  }

  /** Back on top of the stack: goes on waiting. Botbuilder's own would end here. */
  override async resumeDialog(): Promise<DialogTurnResult> {
    return Dialog.EndOfTurn;
  }
}

function remember(dialogs: DialogContext, state: object): void {
  if (dialogs.activeDialog) dialogs.activeDialog.state = state;
}
