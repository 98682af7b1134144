/** A revision as far as taking back goes; `undoes` is the id of another. */
interface Step {
  readonly id: number;
  readonly undoes: number | null;
}

/** Whether a revision still holds, and which later one keeps it from being taken back. */
export interface Standing {
  readonly undone: boolean;
  /** The newest of those that would be lost; null where there is none. */
  readonly blockedBy: number | null;
}

/**
 * How the revisions of one subject and name stand; in any order. One is undone where another that takes it back is not
 * itself undone. A later pair of a change and what took it back leaves things as they were, and blocks nothing.
 */
export function standings(steps: readonly Step[]): ReadonlyMap<number, Standing> {
  const newestFirst = [...steps].sort((a, b) => b.id - a.id);
  const undone = new Set<number>();
  for (const { id, undoes } of newestFirst) if (undoes !== null && !undone.has(id)) undone.add(undoes);
  return new Map(
    newestFirst.map(({ id }) => {
      const later = newestFirst.find(
        (other) => other.id > id && !undone.has(other.id) && (other.undoes === null || other.undoes < id),
      );
      return [id, { undone: undone.has(id), blockedBy: later?.id ?? null }];
    }),
  );
}
