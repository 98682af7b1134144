import { join } from 'node:path';
import { answerLink } from './adapters/mail/answer-link.ts';
import { projectRoot } from './adapters/project-root.ts';
import { pageLink } from './adapters/vendor/page-link.ts';
import { type Assistant, createAssistant } from './bot/assistant.ts';
import { type Checks, createChecks } from './bot/checks/checks.ts';
import { releasing } from './bot/desk/plans.ts';
import { takeStep } from './bot/desk/take-step.ts';
import { lookAtDesk } from './bot/desk-view.ts';
import type { Picture, Reply, Talk } from './bot/message.ts';
import { phrases } from './bot/phrases.ts';
import { heldPictures } from './bot/pictures/held-pictures.ts';
import type { LanguageModel, Receive } from './bot/ports.ts';
import { topicsOf } from './bot/replies.ts';
import { newTicketId } from './bot/ticket-id.ts';
import { createTurn, type TurnParts } from './bot/turn.ts';
import { createHear, type Hear } from './bot/understanding/facts.ts';
import type { Config } from './config.ts';
import { createPictureDesk, type PictureDone } from './diagnostics/image/worker/picture-desk.ts';
import type { Foundation } from './foundation.ts';
import { type Corrections, corrections } from './handoff/corrections.ts';
import type { Progress } from './knowledge/build.ts';
import { errorTexts } from './knowledge/error-texts.ts';
import {
  type Encoder,
  type Knowledge,
  type KnowledgeOptions,
  openEncoder,
  openKnowledge,
} from './knowledge/knowledge.ts';
import type { Overlay } from './knowledge/overlay.ts';

/** Where the content lies that ships with the project. */
export const contentDir = join(projectRoot, 'data');

/** The folder of the shipped encoder. */
export const modelDir = join(projectRoot, 'models', 'multilingual-e5-small-zh');

/** Pictures looked at side by side: one thread each is faster than two threads for one. */
const PICTURE_WORKERS = 2;

/** Begins to load the sentence encoder: half a second in a thread of its own. */
export function loadEncoder({ embeddings }: Pick<Config, 'embeddings'>): Promise<Encoder> {
  return openEncoder({ modelDir, endpoint: embeddings });
}

/** Reads and prepares the content. The first time this takes a minute or two, later ones a second. */
export function learnContent(
  config: Pick<Config, 'dataDir' | 'embeddings'>,
  progress: Progress,
  {
    dataDir = contentDir,
    overlay,
    onDecision,
    encoder,
  }: {
    readonly dataDir?: string;
    readonly overlay?: () => Overlay;
    readonly onDecision?: KnowledgeOptions['onDecision'];
    readonly encoder?: Promise<Encoder>;
  } = {},
): Promise<Knowledge> {
  return openKnowledge({
    dataDir,
    onDecision,
    encoder,
    ...(overlay && { overlay }),
    modelDir,
    cacheDir: join(config.dataDir, 'knowledge'),
    endpoint: config.embeddings,
    progress,
  });
}

/** The turn over a foundation and what was learnt. */
export async function answerWith(
  foundation: Foundation,
  knowledge: Knowledge,
  onFault: TurnParts['onFault'],
  model?: LanguageModel,
): Promise<Receive> {
  return createTurn({ ...foundation, assistant: await assistantOver(knowledge, foundation, { model }), onFault });
}

/** The assistant with the shipped words, and the shipped rules of its checks where no others are given. */
export async function assistantOver(
  knowledge: Knowledge,
  { vault, store, seal }: Pick<Foundation, 'vault' | 'store' | 'seal'>,
  {
    publicUrl,
    checks: given,
    hear: heard,
    model,
    picturesAgain,
    onPicture,
    onPictureDone,
    onHeard,
  }: {
    readonly publicUrl?: string | undefined;
    readonly checks?: Checks;
    /** Made for the same knowledge. */
    readonly hear?: Hear;
    /** Undefined where none is asked: for trials and evaluations of the content too. */
    readonly model?: LanguageModel | undefined;
    readonly picturesAgain?: (talk: Talk) => Promise<readonly Picture[]>;
    /** Told why a picture was given up. */
    readonly onPicture?: (what: string) => void;
    readonly onPictureDone?: (done: PictureDone) => void;
    /** Told how long it took to read the facts out of a message, in milliseconds. */
    readonly onHeard?: (ms: number) => void;
  } = {},
): Promise<Assistant> {
  const rulesDir = join(contentDir, 'rules');
  const hear = timedHearing(heard ?? (await hearing(knowledge)), onHeard);
  const checks = given ?? (await createChecks(rulesDir));
  const errors = errorTexts(knowledge.entries().values());
  // Its workers start with the first picture.
  const eyes = createPictureDesk({
    workers: PICTURE_WORKERS,
    advice: checks.pictureAdvice,
    errors,
    ...(onPicture && { onFault: onPicture }),
    onDone: onPictureDone,
  });
  return createAssistant({
    knowledge,
    checks,
    model,
    pictures: { desk: eyes, vault, held: heldPictures(), ...(picturesAgain && { again: picturesAgain }) },
    desk: lookAtDesk(store),
    pageOf: (talk) => pageLink({ store, seal, clock: () => new Date(), publicUrl }, talk),
    hear,
    newTicket() {
      const id = newTicketId();
      const link = answerLink(id, { publicUrl, seal });
      return { id, ...(link !== undefined && { link }) };
    },
  });
}

function timedHearing(hear: Hear, onHeard: ((ms: number) => void) | undefined): Hear {
  if (!onHeard) return hear;
  return (...said) => {
    const begun = performance.now();
    const heard = hear(...said);
    onHeard(performance.now() - begun);
    return heard;
  };
}

/** What a new conversation begins with; without topics before the content is read. */
export function welcome(knowledge: Knowledge | undefined): readonly Reply[] {
  return [{ text: phrases.welcome, ...(knowledge && { choices: topicsOf(knowledge) }) }];
}

/** What hears the facts in messages, by the shipped rules. */
export function hearing({ normalise }: Pick<Knowledge, 'normalise'>): Promise<Hear> {
  return createHear(join(contentDir, 'rules'), normalise);
}

/** How corrections of the case card are understood: a province by whatever place names it. */
export function cardCorrections(hear: Hear, { normalise }: Pick<Knowledge, 'normalise'>): Corrections {
  return corrections((said) => hear(normalise(said), {}).facts.province);
}

/** Gives all conversations of an agent back to the queue, before all others. */
export async function handOnAll(
  foundation: Pick<Foundation, 'store' | 'bus'>,
  agent: string,
  at: string,
): Promise<void> {
  const { store } = foundation;
  await store.setPresence({ agent, available: false, capacity: 0, seenAt: at });
  for (const { id } of await store.cases(['agent', 'waiting_user'], { owner: agent })) {
    await takeStep(foundation, id, at, (record) =>
      record.case.owner === agent ? releasing(record, 'release', agent, at) : { steps: [] },
    );
  }
}
