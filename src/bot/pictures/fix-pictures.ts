import type { FixWish } from '../../diagnostics/image/fix.ts';
import type { Layout } from '../../diagnostics/image/stitch.ts';
import { chinaDay } from '../../text/china-day.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { type FileRef, type Outcome, outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import type { NewFile } from '../ports.ts';
import { AFTER_ANSWER } from '../replies.ts';
import type { PictureWish } from '../understanding/picture-wish.ts';
import { PICTURES_ENTRY } from './entry.ts';
import { OFFER_CHOICES, offerPerson } from './offer-person.ts';

/** Makes what the person asked for out of the pictures that came last: a file that meets the rules, or two in one. */
export async function fixPictures(turn: Turn, parts: Parts, wish: PictureWish): Promise<Next | undefined> {
  const { draft } = turn;
  const ids = (draft.facts.pictures ?? []).flatMap(({ file }) => file ?? []).slice(wish.is === 'stitch' ? -2 : -1);
  const files = (await Promise.all(ids.map((id) => parts.pictures.vault.get(draft.record.id, id)))).filter(
    (file) => file !== undefined,
  );
  const found = { entry: PICTURES_ENTRY, diagnostic: 'image' } as const;
  if (wish.is === 'retouch') await turn.say({ text: phrases.notRetouched, choices: AFTER_ANSWER });
  else if (files.length === 0) await turn.say({ text: phrases.fixWhich });
  else if (wish.is === 'stitch' && files.length < 2) await turn.say({ text: phrases.stitchWhich });
  else {
    const made =
      wish.is === 'stitch' ? await stitched(parts, files, wish.layout) : await fixed(turn, parts, files, wish.is);
    if (made === 'incomplete') await turn.say({ text: phrases.cropIncomplete, choices: AFTER_ANSWER });
    else if (made === 'not-done') await turn.say({ text: phrases.pictureBusy });
    else if (!made) return unfixable(turn, found);
    else {
      const kept = await parts.pictures.vault.put(draft.record.id, made, draft.message.at);
      await turn.say({ text: textOf(wish), files: filesOf(files, kept), choices: choicesAfter(wish) });
    }
  }
  turn.settle(outcome('finding', found));
  return undefined;
}

/** What we cannot put right, a person may. */
async function unfixable(turn: Turn, found: Pick<Outcome, 'entry' | 'diagnostic'>): Promise<Next | undefined> {
  if (turn.draft.mayOffer) {
    await turn.say({ text: `${phrases.notFixed}\n\n${phrases.offer}`, choices: OFFER_CHOICES });
    return offerPerson(turn, found);
  }
  await turn.say({ text: phrases.notFixed, choices: AFTER_ANSWER });
  turn.settle(outcome('finding', found));
  return undefined;
}

async function fixed(
  { draft }: Turn,
  { pictures: { desk } }: Parts,
  [file]: readonly NewFile[],
  is: 'fix' | 'crop',
): Promise<NewFile | 'not-done' | 'incomplete' | undefined> {
  if (!file) return undefined;
  // What the picture was found to be is not kept: it is looked at once more.
  const report = await desk.check(file.bytes, { name: file.name, today: chinaDay(draft.message.at) });
  if (!('verdict' in report)) return 'not-done';
  const { seen, findings } = report;
  if (is === 'crop' && findings.some(({ verdict }) => verdict === 'image-incomplete')) return 'incomplete';
  const wish: FixWish = {
    ...(seen && { turned: seen.turned }),
    ...(is === 'crop' && seen?.outline && { crop: seen.outline }),
  };
  const made = await desk.fix(file.bytes, wish);
  if (!('bytes' in made)) return made.is === 'refused' ? undefined : 'not-done';
  return { name: renamed(file.name, is === 'crop' ? '裁好' : '改好'), type: 'image/jpeg', bytes: made.bytes };
}

async function stitched(
  { pictures: { desk } }: Parts,
  [first, second]: readonly NewFile[],
  layout: Layout,
): Promise<NewFile | 'not-done' | undefined> {
  if (!first || !second) return undefined;
  const made = await desk.stitch(first.bytes, second.bytes, layout);
  if (!('bytes' in made)) return made.is === 'refused' ? undefined : 'not-done';
  return { name: '拼好.jpg', type: 'image/jpeg', bytes: made.bytes };
}

function renamed(name: string, how: string): string {
  return `${name.replace(/\.[^.]{1,5}$/, '').slice(0, 60)}-${how}.jpg`;
}

/** Before and after, so that the person sees what was done. */
function filesOf(before: readonly (NewFile & FileRef)[], after: FileRef): readonly FileRef[] {
  return [...before.map(({ id, name, type, size }) => ({ id, name: `原图-${name}`, type, size })), after];
}

function textOf(wish: PictureWish): string {
  if (wish.is === 'stitch') return phrases.stitched;
  return wish.is === 'crop' ? phrases.cropped : phrases.fixed;
}

function choicesAfter(wish: PictureWish): readonly string[] {
  if (wish.is === 'stitch') return [wish.layout === 'side' ? phrases.stack : phrases.side, ...AFTER_ANSWER];
  return wish.is === 'fix' ? [phrases.cropIt, ...AFTER_ANSWER] : AFTER_ANSWER;
}
