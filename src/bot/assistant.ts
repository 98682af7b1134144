import { type DialogContext, DialogContextError } from 'botbuilder-dialogs';
import type { BotWorker } from 'botkit';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { begin } from './botkit/begin.ts';
import { Controller } from './botkit/controller.ts';
import { hasPictures, TurnAdapter, turnOf } from './botkit/turn-adapter.ts';
import { stateOf, turnStates } from './botkit/turn-states.ts';
import { WaitingDialog } from './botkit/waiting-dialog.ts';
import type { Checks } from './checks/checks.ts';
import { obey } from './commands.ts';
import { clarify } from './dialogs/clarify.ts';
import { consent } from './dialogs/consent.ts';
import { diagnose } from './dialogs/diagnose/diagnose.ts';
import type { DiagnoseState } from './dialogs/diagnose/open-checks.ts';
import { offer } from './dialogs/offer.ts';
import { type TicketState, ticket } from './dialogs/ticket.ts';
import { type Draft, newDraft } from './draft.ts';
import type { Message } from './message.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import type { Pictures } from './pictures/pictures.ts';
import { receivePictures } from './pictures/receive-pictures.ts';
import type { TalkRecord } from './ports.ts';
import { respond } from './respond.ts';
import { commandIn } from './understanding/commands.ts';
import type { Hear } from './understanding/facts.ts';

/** Makes a turn out of a message and what is known of its talk. Stores nothing. */
export type Assistant = (message: Message, record: TalkRecord) => Promise<Draft>;

export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly checks: Checks;
  readonly pictures: Pictures;
  readonly hear: Hear;
  readonly newTicketId: () => string;
}

/** Decides what a message is: a command, the answer a dialogue waits for, or something to be looked up. */
export function createAssistant({ knowledge, checks, pictures, hear, newTicketId }: AssistantParts): Assistant {
  const parts: Parts = { knowledge, checks, pictures };
  const adapter = new TurnAdapter();
  const states = turnStates();
  const controller = new Controller({ adapter, storage: states, disable_webserver: true, disable_console: true });

  const otherwise = async (dialogs: DialogContext): Promise<void> => {
    const next = await respond(turnOf(dialogs.context), parts);
    if (next) await begin(dialogs, next);
  };
  controller.addDialog(new WaitingDialog(clarify(parts), otherwise));
  controller.addDialog(new WaitingDialog(diagnose(parts), otherwise));
  controller.addDialog(new WaitingDialog(offer(), otherwise));
  controller.addDialog(new WaitingDialog(consent(parts), otherwise));
  controller.addDialog(new WaitingDialog(ticket({ knowledge, newId: newTicketId }), otherwise));

  controller.interrupts(
    async ({ text = '' }) => commandIn(text) !== undefined,
    'message',
    async (bot, { text = '' }) => {
      const dialogs = dialogsOf(bot);
      const command = commandIn(text);
      if (!command) return;
      const begun = dialogs.stack.find(({ id }) => id === 'ticket')?.state as TicketState | undefined;
      await dialogs.cancelAllDialogs();
      const next = await obey(turnOf(dialogs.context), command, { knowledge, newTicketId, begun });
      if (next) await dialogs.beginDialog('ticket', next);
    },
  );
  controller.interrupts(
    async ({ context }) => hasPictures(context),
    'message',
    async (bot) => {
      const dialogs = dialogsOf(bot);
      const next = await receivePictures(turnOf(dialogs.context), parts);
      if (next) await begin(dialogs, next);
    },
  );
  controller.hears(
    async () => true,
    'message',
    async (bot) => otherwise(dialogsOf(bot)),
  );

  return async (message, record) => {
    const text = knowledge.normalise(message.text);
    const make = async (memory: TalkRecord['memory']): Promise<Draft> => {
      const draft = newDraft(message, text, record, hear(text, record.facts, askedIn(memory)));
      states.begin(record.id, memory);
      try {
        await adapter.turn(draft, (context) => controller.handleTurn(context));
      } finally {
        draft.memory = states.end(record.id);
      }
      return draft;
    };
    try {
      return await make(record.memory);
    } catch (error) {
      if (!(error instanceof DialogContextError)) throw error;
      // What a dialogue throws arrives wrapped; only a text means that this release no longer has the dialogue.
      if (error.error instanceof Error) throw error.error;
      const draft = await make({});
      draft.replies.unshift({ text: phrases.lost });
      return draft;
    }
  };
}

/** The fact that a check asked for last. */
function askedIn(memory: TalkRecord['memory']): string | undefined {
  return stateOf<DiagnoseState>(memory, 'diagnose')?.open.at(-1)?.asked.field;
}

function dialogsOf(bot: BotWorker): DialogContext {
  return bot.getConfig('dialogContext') as DialogContext;
}
