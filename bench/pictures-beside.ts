import { openStore } from '../src/adapters/store/open-store.ts';
import { createPictureDesk } from '../src/diagnostics/image/worker/picture-desk.ts';
import { layFoundation } from '../src/foundation.ts';
import { answerWith } from '../src/house.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { checks } from '../test/checks.ts';
import { type Aim, aim, type Figure, figure } from './figure.ts';
import { fresh } from './fresh-questions.ts';
import { turnInProcess } from './in-process.ts';
import { largePhoto } from './large-photo.ts';
import { quantile } from './statistics.ts';

/** A text turn's 99th percentile may grow by this while both workers look at pictures. */
const MOST = 3;
const WORKERS = 2;
/** Turns in a block; with and without pictures in turn. */
const BLOCK = 150;
const BLOCKS = 6;

/** Text turns alone, and while every worker of the picture desk has a photo of 12 megapixels to read. */
export async function measurePicturesBeside(
  dataDir: string,
  knowledge: Knowledge,
  questions: readonly string[],
): Promise<{ readonly figures: readonly Figure[]; readonly aims: readonly Aim[] }> {
  const foundation = await layFoundation({ dataDir, vaultKey: undefined }, () => openStore({ dataDir }));
  const receive = await answerWith(foundation, knowledge, (error) => {
    throw error;
  });
  const desk = createPictureDesk({ workers: WORKERS, advice: checks.pictureAdvice, errors: [] });
  const photo = await largePhoto(3);
  const probe = turnInProcess(foundation.store, receive, (sample) => fresh(questions, 2, sample));
  const times = { alone: [] as number[], beside: [] as number[] };
  await desk.warm();
  let busy = false;
  const keepBusy = async (): Promise<void> => {
    while (busy) await desk.check(photo, { today: '2026-03-02' });
  };
  try {
    for (let block = 0; block < 2 * BLOCKS; block++) {
      busy = block % 2 === 1;
      const work = Array.from({ length: WORKERS }, keepBusy);
      for (let sample = block * BLOCK; sample < (block + 1) * BLOCK; sample++) {
        const turn = await probe.ready(sample);
        const begun = performance.now();
        await turn();
        times[busy ? 'beside' : 'alone'].push(performance.now() - begun);
      }
      busy = false;
      await Promise.all(work);
    }
  } finally {
    await desk.close();
    await foundation.store.close();
  }
  const ratio = quantile(times.beside, 0.99) / quantile(times.alone, 0.99);
  return {
    figures: [
      figure('turn.alone', '一轮问答，没有图片', 'ms', times.alone),
      figure('turn.beside', '一轮问答，两张照片正在检查', 'ms', times.beside),
    ],
    aims: [aim('turn.beside', '一轮问答的 p99：有图片／没有图片', '×', MOST, ratio)],
  };
}
