import { TurnContext } from 'botbuilder-core';
import { DialogTurnStatus } from 'botbuilder-dialogs';
import { Botkit, type BotkitMessage, type BotWorker } from 'botkit';

type Ware = { run(bot: BotWorker, message: BotkitMessage, done: (error?: unknown) => void): void };

/**
 * Botkit whose turns settle.
 *
 * Botkit 4.15 runs a turn inside `ware` callbacks: what a handler, a dialogue
 * or the storage throws escapes as an unhandled rejection, and the turn's
 * promise stays pending (howdyai/botkit#1884, #1983). This override takes the
 * same steps with awaits, so that a fault reaches whoever runs the turn.
 */
export class Controller extends Botkit {
  override async handleTurn(context: TurnContext): Promise<void> {
    const { activity } = context;
    const reference = TurnContext.getConversationReference(activity) as BotkitMessage['reference'];
    const message: BotkitMessage = {
      type: activity.type,
      user: activity.from.id,
      text: activity.text,
      channel: activity.conversation.id,
      value: activity.value,
      reference,
      context,
      incoming_message: activity,
    };
    context.turnState.set('botkitMessage', message);

    const dialogs = await this.dialogSet.createContext(context);
    const bot = await this.spawn(dialogs);
    await settled(this.middleware.ingest as unknown as Ware, bot, message);
    await settled(this.middleware.receive as unknown as Ware, bot, message);
    if ((await this['listenForInterrupts'](bot, message)) === false) {
      const { status } = await dialogs.continueDialog();
      if (status === DialogTurnStatus.empty) await this['listenForTriggers'](bot, message);
    }
    await this.saveState(bot);
  }
}

function settled(ware: Ware, bot: BotWorker, message: BotkitMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    ware.run(bot, message, (error) => (error ? reject(error) : resolve()));
  });
}
