import { type DialogContext, DialogContextError, type DialogInstance } from 'botbuilder-dialogs';
import type { BotWorker } from 'botkit';
import { botMaySpeak } from '../handoff/may-speak.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { begin } from './botkit/begin.ts';
import { Controller } from './botkit/controller.ts';
import { hasPictures, TurnAdapter, turnOf } from './botkit/turn-adapter.ts';
import { stateOf, turnStates } from './botkit/turn-states.ts';
import { WaitingDialog } from './botkit/waiting-dialog.ts';
import type { Checks } from './checks/checks.ts';
import { comfort } from './comfort.ts';
import { obey } from './commands.ts';
import type { LookAtDesk } from './desk-view.ts';
import { clarify } from './dialogs/clarify.ts';
import { consent } from './dialogs/consent.ts';
import { diagnose } from './dialogs/diagnose/diagnose.ts';
import type { DiagnoseState } from './dialogs/diagnose/open-checks.ts';
import { type OfferState, offer } from './dialogs/offer.ts';
import { picture } from './dialogs/picture.ts';
import { type TicketState, ticket } from './dialogs/ticket.ts';
import { type Draft, newDraft, spokenIn } from './draft.ts';
import type { Facts } from './facts.ts';
import { held } from './held.ts';
import type { NewTicketName } from './leave-ticket.ts';
import { withLinks } from './links.ts';
import type { Message } from './message.ts';
import { obeyQueue } from './obey-queue.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import { bringPictures } from './pictures/bring-pictures.ts';
import type { Pictures } from './pictures/pictures.ts';
import { receivePictures } from './pictures/receive-pictures.ts';
import { respond } from './respond.ts';
import { sayUnreadable } from './say-unreadable.ts';
import type { TalkRecord } from './talk-record.ts';
import { type Command, commandIn } from './understanding/commands.ts';
import { contactsIn } from './understanding/contact.ts';
import { despairs } from './understanding/despair.ts';
import type { Hear } from './understanding/facts.ts';
import { queueCommandIn } from './understanding/queue-command.ts';

const OF_PICTURES: ReadonlySet<string> = new Set(['consent', 'picture', 'offer']);

/** Makes a turn out of a message and what is known of its talk. Stores nothing. */
export type Assistant = (message: Message, record: TalkRecord) => Promise<Draft>;

export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly checks: Checks;
  readonly pictures: Pictures;
  readonly desk: LookAtDesk;
  readonly pageOf?: Parts['pageOf'] | undefined;
  readonly model?: Parts['model'] | undefined;
  readonly hear: Hear;
  readonly newTicket: () => NewTicketName;
}

/** Decides what a message is: a command, the answer a dialogue waits for, or something to be looked up. */
export function createAssistant({ hear, newTicket, ...parts }: AssistantParts): Assistant {
  const { knowledge } = parts;
  const adapter = new TurnAdapter();
  const states = turnStates();
  const controller = new Controller({ adapter, storage: states, disable_webserver: true, disable_console: true });

  const otherwise = async (dialogs: DialogContext): Promise<void> => {
    const next = await respond(turnOf(dialogs.context), parts);
    if (next) await begin(dialogs, next);
  };
  controller.addDialog(new WaitingDialog(clarify(parts), otherwise));
  controller.addDialog(new WaitingDialog(diagnose(parts), otherwise));
  controller.addDialog(new WaitingDialog(offer(parts), otherwise));
  controller.addDialog(new WaitingDialog(consent(parts), otherwise));
  controller.addDialog(new WaitingDialog(picture(parts), otherwise));
  controller.addDialog(new WaitingDialog(ticket({ knowledge, newTicket }), otherwise));

  controller.interrupts(
    async ({ context }) => despairs(turnOf(context).draft.text),
    'message',
    async (bot) => {
      const dialogs = dialogsOf(bot);
      const turn = turnOf(dialogs.context);
      const { message, text } = turn.draft;
      const beside = hasPictures(dialogs.context) ? await bringPictures(turn, parts) : undefined;
      const begun = dialogs.stack.find(({ id }) => id === 'ticket')?.state as TicketState | undefined;
      if (await comfort(turn, parts)) {
        if (begun) await dialogs.cancelAllDialogs();
      } else if (commandIn(text) === 'person' || (begun && contactsIn(message.text).length > 0)) {
        await dialogs.cancelAllDialogs();
        const next = await obey(turn, 'person', parts, { newTicket, begun });
        if (next) await begin(dialogs, next);
      }
      if (beside) await begin(dialogs, beside);
    },
  );
  controller.interrupts(
    async ({ context, text = '' }) => isWaiting(turnOf(context).draft) && queueCommandIn(text) !== undefined,
    'message',
    async (bot, { text = '' }) => {
      const dialogs = dialogsOf(bot);
      const command = queueCommandIn(text);
      if (!command) return;
      await dialogs.cancelAllDialogs();
      const next = await obeyQueue(turnOf(dialogs.context), command, parts);
      if (next) await begin(dialogs, next);
    },
  );
  controller.interrupts(
    async ({ context }) => commandFor(turnOf(context).draft) !== undefined,
    'message',
    async (bot) => {
      const dialogs = dialogsOf(bot);
      const command = commandFor(turnOf(dialogs.context).draft);
      if (!command) return;
      const begun = dialogs.stack.find(({ id }) => id === 'ticket')?.state as TicketState | undefined;
      await dialogs.cancelAllDialogs();
      const turn = turnOf(dialogs.context);
      const beside =
        command === 'person' && hasPictures(dialogs.context) ? await bringPictures(turn, parts) : undefined;
      const next = await obey(turn, command, parts, { newTicket, begun });
      if (next) await begin(dialogs, next);
      if (beside) await begin(dialogs, beside);
    },
  );
  controller.interrupts(
    async ({ context }) => turnOf(context).draft.message.unreadable !== undefined,
    'message',
    async (bot) => {
      const turn = turnOf(dialogsOf(bot).context);
      const { unreadable } = turn.draft.message;
      if (unreadable) await sayUnreadable(turn, unreadable);
    },
  );
  controller.interrupts(
    async ({ context }) => hasPictures(context),
    'message',
    async (bot) => {
      const dialogs = dialogsOf(bot);
      const turn = turnOf(dialogs.context);
      // What waits for a word about pictures, or about a person, waits no longer, now that there are others.
      while (OF_PICTURES.has(dialogs.activeDialog?.id ?? '')) {
        if (isDeclined(dialogs.activeDialog)) turn.draft.mayOffer = false;
        await dialogs.endDialog();
      }
      const next = await receivePictures(turn, parts);
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
      draft.facts = withStep(draft);
      for (const [at, reply] of draft.replies.entries()) draft.replies[at] = withLinks(reply, parts.checks.links);
      return draft;
    };
    const life = spokenIn(record, message.at);
    if (!botMaySpeak(life)) return held({ message, text, record, life }, make);
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

/** Checks that are remembered. */
const STEPS = 20;

/** What is known, with the check that this turn made. */
function withStep({ facts, outcome, message: { at } }: Draft): Facts {
  if (!outcome?.diagnostic || !outcome.verdict) return facts;
  const step = { at, check: outcome.diagnostic, verdict: outcome.verdict };
  return { ...facts, steps: [...(facts.steps ?? []), step].slice(-STEPS) };
}

/** What an agent has can be asked for no more: pictures that come with it are pictures. */
function commandFor({ text, case: { owner }, message: { pictures = [] } }: Draft): Command | undefined {
  const command = commandIn(text);
  return command === 'person' && owner !== null && pictures.length > 0 ? undefined : command;
}

/** A person was offered and declined in the turn before. */
function isDeclined(dialog: DialogInstance | undefined): boolean {
  return dialog?.id === 'offer' && (dialog.state as OfferState).declined;
}

function isWaiting({ case: { state } }: Draft): boolean {
  return state === 'queued' || state === 'ringing';
}
