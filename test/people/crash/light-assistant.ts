import type { Assistant } from '../../../src/bot/assistant.ts';
import type { LookAtDesk } from '../../../src/bot/desk-view.ts';
import type { Turn } from '../../../src/bot/dialogs/dialogue.ts';
import { type Draft, newDraft, spokenIn } from '../../../src/bot/draft.ts';
import { handOver } from '../../../src/bot/hand-over.ts';
import { held } from '../../../src/bot/held.ts';
import { type Message, outcome } from '../../../src/bot/message.ts';
import { obeyQueue } from '../../../src/bot/obey-queue.ts';
import type { Parts } from '../../../src/bot/parts.ts';
import type { Vault } from '../../../src/bot/ports.ts';
import type { TalkRecord } from '../../../src/bot/talk-record.ts';
import { commandIn } from '../../../src/bot/understanding/commands.ts';
import { faceStoryIn } from '../../../src/bot/understanding/people/face-story.ts';
import { queueCommandIn } from '../../../src/bot/understanding/queue-command.ts';
import { botMaySpeak } from '../../../src/handoff/may-speak.ts';

const NOTHING_HEARD = { facts: {}, face: faceStoryIn(''), places: [] };

/**
 * An assistant that understands nothing but 转人工, 删除我的数据 and the choices of the queue, and hands over, waits and is
 * silent as the real one does: it starts without the trained knowledge. Everything else is answered by two lines;
 * pictures are kept where there is a vault, and not looked at.
 */
export function lightAssistant(desk: LookAtDesk, vault?: Pick<Vault, 'put'>): Assistant {
  // Handing over looks at the desk, and into the entries for the title of the case's own.
  const parts = { desk, knowledge: { entries: () => new Map() } } as unknown as Parts;
  return async (message, record) => {
    const make = (memory: TalkRecord['memory']): Promise<Draft> =>
      drafted(message, { ...record, memory }, parts, vault);
    const life = spokenIn(record, message.at);
    return botMaySpeak(life) ? make(record.memory) : held({ message, text: message.text, record, life }, make);
  };
}

async function drafted(
  message: Message,
  record: TalkRecord,
  parts: Parts,
  vault: Pick<Vault, 'put'> | undefined,
): Promise<Draft> {
  const { text } = message;
  const draft = newDraft(message, text, record, NOTHING_HEARD);
  const turn: Turn = {
    draft,
    async say(reply) {
      draft.replies.push(reply);
    },
    settle(settled) {
      draft.outcome = settled;
    },
  };
  const waits = draft.case.state === 'queued' || draft.case.state === 'ringing';
  const command = waits ? queueCommandIn(text) : undefined;
  if (commandIn(text) === 'erase') {
    draft.erase = true;
    turn.settle(outcome('smalltalk'));
  } else if (command) await obeyQueue(turn, command, parts);
  else if (commandIn(text) === 'person') await handOver(turn, parts, { reason: 'user_asked', card: false });
  else {
    for (const { name, bytes } of (vault && message.pictures) ?? []) {
      const file = await vault?.put(record.id, { name, type: 'image/png', bytes }, message.at);
      if (file) draft.files.push(file);
    }
    await turn.say({ text: `收到：${text}` });
    await turn.say({ text: `还有别的吗？（${text}）` });
    turn.settle(outcome('answer', { entry: 1 }));
  }
  return draft;
}
