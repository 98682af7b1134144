import type { z } from 'zod';
import { storedText } from '../../../bot/stored-text.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { type Proposal, textsBefore } from '../../content/proposal.ts';
import { HttpError } from '../../http-error.ts';
import { outsideTitle } from './outside-title.ts';
import type { TrialBody } from './trial-schema.ts';

/** What is to be tried of what was sent: one line a text, masked, and only what is new. Throws where it makes no sense. */
export function proposalOf(
  body: z.output<typeof TrialBody>,
  knowledge: Pick<Knowledge, 'entries' | 'outside' | 'normalise'>,
  overlay: Overlay,
): Proposal {
  if (body.subject === 'similar' && !knowledge.entries().has(body.entry)) {
    throw new HttpError(404, 'unknown', `没有第 ${body.entry} 条。`);
  }
  const places = placesOf(knowledge);
  const here = body.subject === 'similar' ? `第 ${body.entry} 条` : outsideTitle(body.kind);
  const texts = [...new Set(body.texts.map(asLine))].filter((text) => {
    const place = places.get(knowledge.normalise(text));
    if (place === undefined || place === here) return place === undefined;
    throw new HttpError(409, 'elsewhere', `“${text}”已经在“${place}”里，一个问题只能归一处。`);
  });
  const proposal: Proposal = { ...body, texts };
  const before = textsBefore(overlay, proposal);
  const stranger = body.remove.find((text) => !before.includes(text));
  if (stranger !== undefined) throw new HttpError(400, 'not-added', `“${stranger}”不是在这里加的，不能拿掉。`);
  if (texts.length + body.remove.length === 0) throw new HttpError(409, 'same', '这些问题都已经有了。');
  return proposal;
}

/** A question file has one question a line; a line that begins with # would be a heading there. */
function asLine(text: string): string {
  const line = storedText(
    text
      .replace(/\s+/g, ' ')
      .replace(/^[#\s]+/, '')
      .trim(),
  );
  if ([...line].length < 2) throw new HttpError(400, 'bad-request', `“${text}”太短了，每个问题至少 2 个字。`);
  return line;
}

/** Where each known question stands, by its normalised text. */
function placesOf(knowledge: Pick<Knowledge, 'entries' | 'outside' | 'normalise'>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { text, kind } of knowledge.outside()) places.set(knowledge.normalise(text), outsideTitle(kind));
  for (const { number, questions } of knowledge.entries().values()) {
    for (const { text } of questions) places.set(knowledge.normalise(text), `第 ${number} 条`);
  }
  return places;
}
