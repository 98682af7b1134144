import { useDraft } from '../../parts/use-draft.ts';

/** Values that are being changed, and the revision they were read at: what another saved meanwhile is not overwritten. */
interface Kept<T> {
  readonly base: number | null;
  readonly value: T;
}

export interface Form<T> {
  readonly value: T;
  readonly base: number | null;
  readonly isChanged: boolean;
  change(next: T): void;
  discard(): void;
}

/** A form over what is stored, kept until it is saved or given up. */
export function useForm<T>(name: string, stored: T, revision: number | null): Form<T> {
  const [kept, keep] = useDraft<Kept<T>>(name);
  const value = kept ? kept.value : stored;
  return {
    value,
    base: kept ? kept.base : revision,
    isChanged: JSON.stringify(value) !== JSON.stringify(stored),
    change: (next) => keep({ base: kept?.base ?? revision, value: next }),
    discard: () => keep(undefined),
  };
}
