import type { Http } from '../../src/adapters/http.ts';

/** Every route of a server as `METHOD /path`, hidden ones included, read from its own tree; HEAD stands beside its GET. */
export async function routesOf(app: Http): Promise<readonly string[]> {
  await app.ready();
  const above: string[] = [];
  const found: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const read = /^(?<bars>[│├└─\s]*)(?<segment>\S.*?)(?: \((?<methods>[A-Z, ]+)\))?$/u.exec(line)?.groups;
    if (read?.segment === undefined) continue;
    const depth = (read.bars ?? '').length / 4;
    above.splice(depth - 1);
    above.push(read.segment);
    const path = above.join('').replace(/(?<!\/)\*$/, '/*');
    for (const method of read.methods?.split(', ') ?? []) found.push(`${method} ${path}`);
  }
  return found.sort();
}
