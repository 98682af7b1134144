import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Stands in a query for a value that is only known when it runs. */
class Slot {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/** The values of a query by their names, as it is being built; each may stand where a value may. */
type Slots<Values> = { readonly [Name in keyof Values]: Values[Name] };

/**
 * A query that is built and compiled at its first run, and then run with other values each time: for what every message
 * asks, where building it takes several times what the database does.
 */
export function compiledOnce<Values extends object, Row>(
  db: Kysely<Tables>,
  build: (values: Slots<Values>) => Compilable<Row>,
): (values: Values) => Promise<readonly Row[]> {
  const slots = new Proxy({}, { get: (_target, name) => new Slot(name) }) as Slots<Values>;
  let compiled: CompiledQuery<Row> | undefined;
  return async (values) => {
    compiled ??= build(slots).compile();
    const parameters = compiled.parameters.map((one) => (one instanceof Slot ? values[one.name as keyof Values] : one));
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}
