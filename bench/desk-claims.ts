import type { DeskClient } from './desk-client.ts';
import type { DeskFixture } from './desk-fixture.ts';

export interface DeskClaims {
  /** Milliseconds until all who wanted a conversation had their answer. */
  readonly times: readonly number[];
  /** Rounds in which not exactly one got it, or the others were not told who has it. */
  readonly wrong: number;
}

/** In each round so many agents claim the same waiting conversation at once. */
export async function deskClaims(
  client: DeskClient,
  { agents, talks }: DeskFixture,
  contenders: number,
): Promise<DeskClaims> {
  const times: number[] = [];
  let wrong = 0;
  const waiting = talks.filter(({ owner }) => owner === undefined);
  for (const [round, { talk }] of waiting.entries()) {
    const those = agents.map((_, at) => agents[(at + round) % agents.length]).slice(0, contenders);
    const begun = performance.now();
    const answers = await Promise.all(
      those.map((agent) => client.post(`/api/console/talks/${talk}/claim`, {}, agent?.headers ?? {})),
    );
    times.push(performance.now() - begun);
    const won = those.filter((_, at) => answers[at]?.status === 200);
    const lost = answers.filter(({ status, body }) => {
      const { owner } = body as { readonly owner?: string };
      return status === 409 && owner === won[0]?.id;
    });
    if (won.length !== 1 || lost.length !== contenders - 1) wrong += 1;
  }
  return { times, wrong };
}
