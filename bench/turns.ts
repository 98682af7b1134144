import { join } from 'node:path';
import { openStore } from '../src/adapters/store/open-store.ts';
import { layFoundation } from '../src/foundation.ts';
import { answerWith } from '../src/house.ts';
import type { LocalEmbeddings } from '../src/knowledge/embeddings.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { bareRoute } from './bare-route.ts';
import { encoderAlone } from './encoder.ts';
import { type Aim, aim, type Figure, figure } from './figure.ts';
import { fresh } from './fresh-questions.ts';
import { turnInProcess } from './in-process.ts';
import { interleave } from './interleave.ts';
import { turnOverHttp } from './over-http.ts';
import { median } from './statistics.ts';

const SAMPLING = { warmUp: 60, samples: 1_000 };
const MOST = 2;

/** Turns in process and over HTTP, beside what no service could do without: the encoder, and a row on disk. */
export async function measureTurns(
  dataDir: string,
  knowledge: Knowledge,
  embeddings: LocalEmbeddings,
  questions: readonly string[],
): Promise<{ readonly figures: readonly Figure[]; readonly aims: readonly Aim[] }> {
  const foundation = await layFoundation({ dataDir, vaultKey: undefined }, () => openStore({ dataDir }));
  const receive = await answerWith(foundation, knowledge, (error) => {
    throw error;
  });
  const series = (number: number) => (sample: number) => fresh(questions, number, sample);
  const http = await turnOverHttp(foundation, knowledge, receive, series(1));
  const bare = await bareRoute(join(dataDir, 'bare.sqlite'), series(1));
  try {
    const times = await interleave(
      {
        process: turnInProcess(foundation.store, receive, series(0)),
        encoder: encoderAlone(embeddings, knowledge.normalise, series(1)),
        http,
        bare,
      },
      SAMPLING,
    );
    const least = times.bare.map((one, at) => one + (times.encoder[at] ?? 0));
    return {
      figures: [
        figure('turn.process', '一轮问答，进程内', 'ms', times.process),
        figure('encoder', '句子编码', 'ms', times.encoder),
        figure('turn.http', '一轮问答，HTTP', 'ms', times.http),
        figure('bare', '空路由存一行', 'ms', times.bare),
        figure('bare+encoder', '空路由存一行＋句子编码', 'ms', least),
      ],
      aims: [aim('turn.http', 'HTTP 一轮问答 ÷（空路由＋编码）', '×', MOST, median(times.http) / median(least))],
    };
  } finally {
    await http.close();
    await bare.close();
    await foundation.store.close();
  }
}
