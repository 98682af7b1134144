import { written } from '../../shared/t.ts';

/** What the service says of a problem, for the person; undefined where it says nothing. */
export function sayProblem(error: { readonly message?: string } | undefined): string | undefined {
  return error?.message === undefined ? undefined : written(error.message);
}
