import { bare } from '../../text/normalise.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { seePictures } from '../pictures/see-pictures.ts';
import type { Dialogue } from './dialogue.ts';

/** Pictures came without consent: hears whether it is given. Where they are is no matter of its state. */
export type ConsentState = Readonly<Record<string, never>>;

const AGREES =
  /^(我)?(同意|可以|好|好的|行|嗯|要|是|没问题|同意的|agree|yes|ok|okay)+(看|查看|保存|检查|你看|您看|吧|啊|的|了)*$/;
const DECLINES =
  /^(我)?(不同意|不可以|不要|不行|不|不用|不用了|算了|拒绝|别看|不看了|no|disagree)+(看|查看|保存|吧|啊|了|谢谢)*$/;

export function consent(parts: Parts): Dialogue<ConsentState> {
  return {
    id: 'consent',
    async hear(turn) {
      const { draft } = turn;
      const said = bare(draft.text);
      const { held, again } = parts.pictures;
      if (AGREES.test(said)) {
        draft.facts = { ...draft.facts, consent: true };
        const kept = held.of(draft.record.id, draft.message.at);
        const pictures = kept.length > 0 ? kept : ((await again?.(draft.record.talk)) ?? []);
        if (pictures.length === 0) {
          await turn.say({ text: phrases.pictureGone });
          turn.settle(outcome('ask', { diagnostic: 'image' }));
          return { is: 'done' };
        }
        const words = held.saidWith(draft.record.id, draft.message.at);
        const next = await seePictures(turn, parts, pictures, parts.knowledge.normalise(words));
        return { is: 'done', ...(next && { next }) };
      }
      if (!DECLINES.test(said)) return { is: 'leave' };
      held.drop(draft.record.id);
      await turn.say({ text: phrases.pictureDeclined });
      turn.settle(outcome('declined'));
      return { is: 'done' };
    },
  };
}
