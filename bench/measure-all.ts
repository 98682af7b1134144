import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { progressLines } from '../src/cli/progress-lines.ts';
import { learnContent, modelDir } from '../src/house.ts';
import { LocalEmbeddings } from '../src/knowledge/embeddings.ts';
import { cacheDir } from './cache-dir.ts';
import { measureCrashes } from './crash.ts';
import { type DeskFigures, measureDesk } from './desk.ts';
import { environment } from './environment.ts';
import { measureExtraction } from './extraction.ts';
import { evaluationQuestions } from './fresh-questions.ts';
import { measurePictures } from './pictures.ts';
import { measurePicturesBeside } from './pictures-beside.ts';
import { measurePictureMemory } from './pictures-memory.ts';
import type { Report } from './report.ts';
import { measureRetrieval } from './retrieval.ts';
import { shippedQuestions } from './shipped.ts';
import { measureFirstStart, measureLaterStarts } from './start-up.ts';
import { syntheticQuestions } from './synthetic.ts';
import { measureTurns } from './turns.ts';

/** Threads of the encoder, as the service has them. */
const THREADS = 2;

export interface BenchOptions {
  readonly quick: boolean;
  /** Hears how far the run is. */
  readonly told: (line: string) => void;
}

/** Everything, one after the other; `dataDir` is an empty folder. */
export async function measureAll(dataDir: string, { quick, told }: BenchOptions): Promise<Report> {
  const measuredOn = environment(new Date());
  const kept = join(cacheDir, 'knowledge');
  const prepared = join(dataDir, 'knowledge');
  const questions = await evaluationQuestions();
  const skipsFirst = quick && existsSync(kept);
  if (skipsFirst) await cp(kept, prepared, { recursive: true });
  else told('第一次启动……');
  const first = skipsFirst ? [] : await measureFirstStart(dataDir, told);

  const knowledge = await learnContent({ dataDir, embeddings: undefined }, progressLines(told));
  const embeddings = await LocalEmbeddings.load(modelDir, { threads: THREADS });
  try {
    if (knowledge.withoutEncoder !== undefined) throw new Error(`句子编码器不可用：${knowledge.withoutEncoder}`);
    told('再次启动……');
    const later = await measureLaterStarts(dataDir, questions);
    told('一轮问答……');
    const turns = await measureTurns(dataDir, knowledge, embeddings, questions);
    told('听出事实……');
    const extraction = await measureExtraction(knowledge.normalise);
    told('看图片……');
    const pictures = [await measurePictures(), await measurePicturesBeside(dataDir, knowledge, questions)];
    if (!quick) {
      told('看 500 张图片……');
      pictures.push(await measurePictureMemory());
    }
    const desk = quick ? undefined : await measuredDesk(dataDir, questions, told);
    told('检索……');
    const made = (entries: number) =>
      syntheticQuestions(entries, knowledge.normalise, cacheDir, progressOf(`建立 ${entries * 20} 问的检索图`, told));
    await mkdir(cacheDir, { recursive: true });
    const retrieval = await measureRetrieval({
      shipped: await shippedQuestions(dataDir, knowledge, embeddings, questions),
      thousand: await made(50),
      hundredThousand: quick ? undefined : await made(5_000),
    });
    await rm(kept, { recursive: true, force: true });
    await cp(prepared, kept, { recursive: true });
    return {
      environment: measuredOn,
      loadAfter: loadavg(),
      figures: [
        ...turns.figures,
        ...extraction.figures,
        ...pictures.flatMap(({ figures }) => figures),
        ...(desk?.figures ?? []),
        ...retrieval.figures,
        ...first,
        ...later.figures,
      ],
      aims: [
        ...turns.aims,
        ...extraction.aims,
        ...pictures.flatMap(({ aims }) => aims),
        ...(desk?.aims ?? []),
        ...retrieval.aims,
        ...later.aims,
      ],
    };
  } finally {
    await embeddings.release();
    await knowledge.close();
  }
}

/** A large desk under load, and a busy one that is killed again and again. */
async function measuredDesk(
  dataDir: string,
  questions: readonly string[],
  told: (line: string) => void,
): Promise<DeskFigures> {
  told('5 000 个对话、200 位客服……');
  const { figures, aims } = await measureDesk(dataDir, questions);
  told('反复崩溃……');
  const crashes = await measureCrashes(dataDir, { told });
  return { figures, aims: [...aims, ...crashes.aims] };
}

/** A line for every tenth. */
function progressOf(what: string, told: (line: string) => void): (share: number) => void {
  let last = 0;
  return (share) => {
    if (share < 1 && share - last < 0.1) return;
    last = share;
    told(`${what} ${Math.round(share * 100)}%`);
  };
}
