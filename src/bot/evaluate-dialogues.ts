import { z } from 'zod';
import { Expected, type Miss, missesOf } from './evaluate-turn.ts';
import type { Message, Outcome, Picture, Talk } from './message.ts';
import type { Receive, Store } from './ports.ts';

/** A picture in words: a screenshot by what stands on it, any other by what it shows. What is not said is an ordinary photo. */
const DescribedPicture = z.object({
  /** `screenshot`, or anything else for a file. */
  kind: z.string(),
  /** As its name would end: `jpg`, `JPG`, `heic`. */
  format: z.string().min(1).default('jpg'),
  /** Mebibytes. */
  size_mb: z.number().positive().default(1),
  /** The lines of a screenshot. */
  ocr: z.string().default(''),
  desc: z.string().default(''),
});

export type DescribedPicture = Readonly<z.output<typeof DescribedPicture>>;

const Turn = z
  .object({ user: z.string(), image: DescribedPicture.nullable(), expect: Expected })
  .refine(({ user, image }) => image !== null || user.trim() !== '', '没有图片的回合要有文字');

/** A conversation, turn by turn, with what each must come to. */
export const Dialogue = z.object({
  id: z.string(),
  channel: z.enum(['web', 'dingtalk', 'wechat', 'wecom', 'terminal']),
  turns: z.array(Turn).min(1),
});

export type Dialogue = Readonly<z.output<typeof Dialogue>>;

export interface JudgedTurn {
  /** Its place in the dialogue, from 1. */
  readonly number: number;
  readonly said: string;
  readonly reply: string;
  readonly outcome: Outcome;
  readonly misses: readonly Miss[];
}

export interface JudgedDialogue {
  readonly id: string;
  readonly turns: readonly JudgedTurn[];
  /** Turns with a picture, where nothing draws it: not judged. */
  readonly skipped: number;
}

export interface DialogueParts {
  readonly store: Pick<Store, 'open'>;
  readonly receive: Receive;
  /** Makes the picture that is described; without it, turns with a picture are not judged. */
  readonly draw?: Draw;
}

type Draw = (picture: DescribedPicture) => Promise<Picture>;

/** Plays every dialogue as one conversation through the turn, over a store of its own. */
export async function evaluateDialogues(
  { store, receive, draw }: DialogueParts,
  dialogues: readonly Dialogue[],
): Promise<readonly JudgedDialogue[]> {
  const judged: JudgedDialogue[] = [];
  for (const [at, dialogue] of dialogues.entries()) {
    const id = `eval-${at + 1}`;
    const talk: Talk = { channel: dialogue.channel, room: id, user: id };
    await store.open({ id, talk, at: AT, tokenHash: null, welcome: [] });
    judged.push(await play(dialogue, talk, receive, draw));
  }
  return judged;
}

const AT = '2026-01-01T00:00:00.000Z';

async function play(
  { id, turns }: Dialogue,
  talk: Talk,
  receive: Receive,
  draw: Draw | undefined,
): Promise<JudgedDialogue> {
  const judged: JudgedTurn[] = [];
  for (const [at, { user, image, expect }] of turns.entries()) {
    const heard = await shown(user, image, draw);
    if (!heard) continue;
    const answered = await receive({ id: `${talk.room}-${at + 1}`, at: AT, talk, ...heard });
    if (image && !draw) continue;
    const reply = answered.messages.map(({ text }) => text).join('\n');
    judged.push({
      number: at + 1,
      said: heard.text,
      reply,
      outcome: answered.outcome,
      misses: missesOf(expect, answered),
    });
  }
  return { id, turns: judged, skipped: turns.length - judged.length };
}

/**
 * What is sent in a turn. Where nothing draws, only the words of a screenshot are said, so that the turns after it have
 * what they refer to; any other picture leaves nothing to say.
 */
async function shown(
  user: string,
  image: DescribedPicture | null,
  draw: Draw | undefined,
): Promise<Pick<Message, 'text' | 'pictures' | 'consents'> | undefined> {
  if (!image) return { text: user };
  if (draw) return { text: user, pictures: [await draw(image)], consents: true };
  return image.kind === 'screenshot' && image.ocr.trim() !== '' ? { text: image.ocr } : undefined;
}

interface DialogueShares {
  /** Turns with the entry, the words and the handoff expected. */
  readonly turns: number;
  /** Those that also have the diagnostic expected. */
  readonly turnsWithDiagnostic: number;
  /** Dialogues all of whose turns are right but for the diagnostic; one with nothing to judge does not count. */
  readonly dialogues: number;
}

/** 0 to 1; NaN where there is nothing to judge. */
export function dialogueShares(judged: readonly JudgedDialogue[]): DialogueShares {
  const played = judged.filter(({ turns }) => turns.length > 0);
  const turns = played.flatMap((dialogue) => dialogue.turns);
  return {
    turns: turns.filter(rightButDiagnostic).length / turns.length,
    turnsWithDiagnostic: turns.filter(({ misses }) => misses.length === 0).length / turns.length,
    dialogues: played.filter((dialogue) => dialogue.turns.every(rightButDiagnostic)).length / played.length,
  };
}

function rightButDiagnostic({ misses }: JudgedTurn): boolean {
  return misses.every(({ what }) => what === 'diagnostic');
}
