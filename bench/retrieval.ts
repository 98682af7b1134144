import { recallOf } from './exact.ts';
import { type Aim, aim, type Figure, figure } from './figure.ts';
import { interleave, type Probe } from './interleave.ts';
import type { Query, Searchable } from './searchable.ts';
import { median } from './statistics.ts';

const SAMPLING = { warmUp: 100, samples: 1_000 };
/** Queries whose nearest are also searched exactly. */
const JUDGED = 100;
const NEIGHBOURS = 24;
const MOST = 3;

/** Bodies of questions by their size, smallest first; undefined where one was left out. */
export interface Bodies {
  readonly shipped: Searchable;
  readonly thousand: Searchable;
  readonly hundredThousand: Searchable | undefined;
}

/** Searching for candidates once the question has its vector. */
export async function measureRetrieval({
  shipped,
  thousand,
  hundredThousand,
}: Bodies): Promise<{ readonly figures: readonly Figure[]; readonly aims: readonly Aim[] }> {
  const bodies = [
    { id: 'retrieval.12', name: `检索，现有 12 条（${shipped.vectors.length} 问）`, body: shipped },
    { id: 'retrieval.1000', name: '检索，1 000 问', body: thousand },
    ...(hundredThousand ? [{ id: 'retrieval.100000', name: '检索，100 000 问', body: hundredThousand }] : []),
  ];
  const parts = bodies.flatMap(({ id, name, body }) => partsOf(id, name, body));
  const times = await interleave(Object.fromEntries(parts.map(({ id, probe }) => [id, probe])), SAMPLING);
  const recalls = new Map<string, number>();
  for (const { id, body } of bodies) {
    const judged = body.queries.slice(0, JUDGED).map(({ vector }) => vector);
    recalls.set(`${id}.graph`, await recallOf(body.graph, body.vectors, judged));
  }
  const [small = [], large] = [times['retrieval.1000'], times['retrieval.100000']];
  const ratio = large && median(large) / median(small);
  return {
    figures: parts.map(({ id, name }) => figure(id, name, 'ms', times[id] ?? [], recalls.get(id) ?? null)),
    aims: [aim('retrieval', '检索 100 000 问 ÷ 1 000 问', '×', MOST, ratio)],
  };
}

function partsOf(id: string, name: string, { retriever, graph, lexical, queries }: Searchable) {
  // Each begins elsewhere: a query that another has just searched would find the processor's caches warm.
  const probe = (begin: number, search: (query: Query) => Promise<unknown>): Probe => ({
    async ready(sample) {
      const query = queries[Math.floor(begin * queries.length + sample) % queries.length];
      if (!query) throw new RangeError('没有可问的问题');
      return () => search(query);
    },
  });
  return [
    { id, name, probe: probe(0, ({ text }) => retriever.invoke(text)) },
    {
      id: `${id}.graph`,
      name: '  其中近邻',
      probe: probe(1 / 3, ({ vector }) => graph.similaritySearchVectorWithScore(vector, NEIGHBOURS)),
    },
    ...(lexical
      ? [{ id: `${id}.words`, name: '  其中字词', probe: probe(2 / 3, async ({ text }) => lexical.score(text)) }]
      : []),
  ];
}
