import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBus } from './adapters/bus/open-bus.ts';
import type { ClosableBus } from './adapters/bus/postgres-bus.ts';
import { openLock } from './adapters/lock/open-lock.ts';
import { answerLink } from './adapters/mail/answer-link.ts';
import type { AgentStore } from './adapters/store/agent-store.ts';
import type { Leases } from './adapters/store/leases.ts';
import type { Rates } from './adapters/store/rates.ts';
import type { SqlStore } from './adapters/store/sql-store.ts';
import { folderVault } from './adapters/vault/folder-vault.ts';
import { readVaultKey } from './adapters/vault/key.ts';
import { openSeal } from './adapters/vault/open-seal.ts';
import { tableVault } from './adapters/vault/table-vault.ts';
import { pageLink } from './adapters/vendor/page-link.ts';
import { type Assistant, createAssistant } from './bot/assistant.ts';
import type { ChannelStore } from './bot/channel-store.ts';
import { type Checks, createChecks } from './bot/checks/checks.ts';
import { releasing } from './bot/desk/plans.ts';
import { takeStep } from './bot/desk/take-step.ts';
import { lookAtDesk } from './bot/desk-view.ts';
import type { Picture, Reply, Talk } from './bot/message.ts';
import { phrases } from './bot/phrases.ts';
import { heldPictures } from './bot/pictures/held-pictures.ts';
import type { Bus, LanguageModel, Lock, Receive, Seal, Store, Vault } from './bot/ports.ts';
import { topicsOf } from './bot/replies.ts';
import { newTicketId } from './bot/ticket-id.ts';
import { createTurn, type TurnParts } from './bot/turn.ts';
import { createHear, type Hear } from './bot/understanding/facts.ts';
import type { Config } from './config.ts';
import { createPictureDesk, type PictureDone } from './diagnostics/image/worker/picture-desk.ts';
import { type Corrections, corrections } from './handoff/corrections.ts';
import type { Progress } from './knowledge/build.ts';
import { errorTexts } from './knowledge/error-texts.ts';
import { type Knowledge, type KnowledgeOptions, openKnowledge } from './knowledge/knowledge.ts';
import type { Overlay } from './knowledge/overlay.ts';

/** The repository's root, seen from `src` and from `dist` alike. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where the content lies that ships with the project. */
export const contentDir = join(ROOT, 'data');

/** The folder of the shipped encoder. */
export const modelDir = join(ROOT, 'models', 'multilingual-e5-small-zh');

/** Pictures looked at side by side: one thread each is faster than two threads for one. */
const PICTURE_WORKERS = 2;

/** What every door needs, before it can answer. */
export interface Foundation {
  readonly store: Store & ChannelStore;
  /** Who works at the desk. */
  readonly people: AgentStore;
  /** Both over all instances, where several share a database. */
  readonly bus: Bus;
  readonly lock: Lock;
  readonly seal: Seal;
  /** Counts, and who does what only one may do, over all instances; undefined where there is only one. */
  readonly rates: Rates | undefined;
  readonly leases: Leases | undefined;
  /** A folder beside the store's file, or else a table of its database. */
  readonly vault: Vault;
}

/** A foundation of one's own, with its connections. */
export interface OwnFoundation extends Foundation {
  readonly bus: ClosableBus;
  close(): Promise<void>;
}

export async function layFoundation(
  config: Pick<Config, 'dataDir' | 'vaultKey'> & Partial<Pick<Config, 'databaseUrl' | 'redisUrl'>>,
  openStore: () => Promise<SqlStore>,
  onFault: (error: unknown) => void = warn,
  onBack: () => void = () => {},
): Promise<OwnFoundation> {
  const store = await openStore();
  const { db, folder } = store;
  const seal = await openSeal(db, await readVaultKey(config));
  const isShared = config.databaseUrl !== undefined;
  const vault = folder === undefined ? tableVault(db, seal) : folderVault({ dir: join(folder, 'vault'), seal });
  const shared = { ...config, onFault, onBack };
  const [bus, lock] = [await openBus(shared), openLock(shared)];
  return {
    ...{ store, people: store, bus, lock, seal, vault },
    rates: isShared ? store.rates : undefined,
    leases: isShared ? store.leases : undefined,
    async close() {
      await bus.close();
      await lock.close();
      await store.close();
    },
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error), 'InstanceWarning');
}

/** Reads and prepares the content. The first time this takes a minute or two, later ones a second. */
export function learnContent(
  config: Pick<Config, 'dataDir' | 'embeddings'>,
  progress: Progress,
  {
    dataDir = contentDir,
    overlay,
    onDecision,
  }: {
    readonly dataDir?: string;
    readonly overlay?: () => Overlay;
    readonly onDecision?: KnowledgeOptions['onDecision'];
  } = {},
): Promise<Knowledge> {
  return openKnowledge({
    dataDir,
    onDecision,
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
    model,
    picturesAgain,
    onPicture,
    onPictureDone,
    onHeard,
  }: {
    readonly publicUrl?: string | undefined;
    readonly checks?: Checks;
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
  const hear = timedHearing(await createHear(rulesDir, knowledge.normalise), onHeard);
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

/** How corrections of the case card are understood: a province by whatever place names it. */
export async function cardCorrections({ normalise }: Pick<Knowledge, 'normalise'>): Promise<Corrections> {
  const hear = await createHear(join(contentDir, 'rules'), normalise);
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
