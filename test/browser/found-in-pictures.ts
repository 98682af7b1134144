import { type Message, type OutcomePicture, outcome } from '../../src/bot/message.ts';
import type { Vault } from '../../src/bot/ports.ts';
import { NOW } from '../adapters/web/desk.ts';

export const GLARE = {
  verdict: 'image-glare',
  severity: 'notice',
  evidence: '有一块反光。',
  advice: '换个角度。',
  retryable: true,
} as const;

/** Keeps what came, and finds in it what it is told to. */
export function finds(...seen: readonly Omit<OutcomePicture, 'file'>[]) {
  return async ({ talk, pictures = [] }: Message, vault: Vault) => {
    const kept = await Promise.all(
      pictures.map((one) => vault.put(talk.room, { ...one, type: 'image/jpeg' }, NOW.toISOString())),
    );
    const judged = kept.flatMap(({ id }, at): readonly OutcomePicture[] => {
      const one = seen[at];
      return one ? [{ ...one, file: id }] : [];
    });
    const findings = judged.flatMap((one) => one.findings);
    const text = (at: number) => (judged.length > 1 ? `**第 ${at + 1} 张：图片**\n\n看过了。` : '看过了。');
    const replies = judged.map((_, at) => ({
      text: text(at),
      ...(at === judged.length - 1 && { choices: ['帮我改好', '还是不行'] }),
    }));
    return {
      kept,
      replies: replies.length > 0 ? replies : [{ text: '好的。' }],
      outcome: outcome('finding', { diagnostic: 'image', findings, pictures: judged }),
    };
  };
}
