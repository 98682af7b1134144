import { z } from 'zod';

/** Somebody pressed a button of a card. */
interface CardClick {
  readonly outTrackId: string;
  /** The id of a member of the organisation. */
  readonly user: string;
  /** What the button stands for: the name of its variable, or what it says. */
  readonly button: string;
}

const params = z.record(z.string(), z.unknown()).catch({});
const Private = z.object({ actionIds: z.array(z.string()).catch([]), params }).catch({ actionIds: [], params: {} });
const Content = z
  .object({ cardPrivateData: Private, params })
  .catch({ cardPrivateData: { actionIds: [], params: {} }, params: {} });
const Body = z.object({
  outTrackId: z.string().min(1).max(300),
  userId: z.string().min(1).max(200),
  content: z.unknown().optional(),
  params,
});

/** Where templates put what a button sends differs, so all the places are looked at. Undefined where it is no click. */
export function parseCardClick(body: unknown): CardClick | undefined {
  const read = Body.safeParse(body).data;
  if (!read) return undefined;
  const content = Content.parse(typeof read.content === 'string' ? jsonIn(read.content) : read.content);
  const { cardPrivateData } = content;
  const given = [cardPrivateData.params, content.params, read.params].map(({ choice }) => choice);
  const button = given.find((one) => typeof one === 'string' && one !== '') ?? cardPrivateData.actionIds[0];
  if (typeof button !== 'string' || button.length > 1_000) return undefined;
  return { outTrackId: read.outTrackId, user: read.userId, button };
}

/** Undefined where it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
