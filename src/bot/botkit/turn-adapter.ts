import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder-core';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Draft } from '../draft.ts';
import type { Reply } from '../message.ts';

type Logic = (context: TurnContext) => Promise<void>;

const DRAFT = Symbol('draft');

/**
 * The one Botkit adapter of the desk: a draft in, what the bot says gathered
 * in it. It knows no network, so nothing it says can be lost in a callback.
 */
export class TurnAdapter extends BotAdapter {
  readonly name = 'turns';

  async turn(draft: Draft, logic: Logic): Promise<void> {
    const context = new TurnContext(this, activityOf(draft));
    context.turnState.set(DRAFT, draft);
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const { replies } = draftOf(context);
    return activities.map((activity) => ({ id: String(replies.push(activity.channelData as Reply)) }));
  }

  override async continueConversation(_reference: Partial<ConversationReference>, _logic: Logic): Promise<void> {
    throw new Error('What nobody asked for goes through the outbox, not through Botkit');
  }

  override async updateActivity(): Promise<void> {
    throw new Error('A line that was said is never changed');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('A line that was said is never taken back');
  }
}

/** The turn under way in a Botkit handler or dialogue. */
export function turnOf(context: TurnContext): Turn {
  const draft = draftOf(context);
  return {
    draft,
    async say(reply) {
      // Past Botkit's templates: computed texts would stay in mustache's cache for ever, and {{ }} escapes HTML.
      await context.sendActivity({ type: 'message', text: reply.text, channelData: reply });
    },
    settle(outcome) {
      draft.outcome = outcome;
    },
  };
}

/** Whether a Botkit message came with pictures. */
export function hasPictures(context: TurnContext | undefined): boolean {
  return context !== undefined && (draftOf(context).message.pictures?.length ?? 0) > 0;
}

function draftOf(context: TurnContext): Draft {
  const draft = context.turnState.get(DRAFT) as Draft | undefined;
  if (!draft) throw new Error('The bot spoke outside its turn');
  return draft;
}

function activityOf({ record, message, text }: Draft): Partial<Activity> {
  return {
    type: 'message',
    id: message.id,
    // Botkit hears no message without words; a picture may come without.
    text: text || '[图片]',
    channelId: 'desk',
    // Every other field would become part of the key under which Botkit keeps the dialogues.
    conversation: { id: record.id } as Activity['conversation'],
    from: { id: 'person', name: '' },
    recipient: { id: 'bot', name: '' },
  };
}
