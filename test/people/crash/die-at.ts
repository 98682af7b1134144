import Database from 'better-sqlite3';

/** Kills this process as `kill -9` does, just before the database runs its statement of that number, from 1. */
export function dieAtStatement(number: number, told: (words: string) => void): void {
  const database = new Database(':memory:');
  const prototype = Object.getPrototypeOf(database.prepare('select 1')) as Pick<
    Database.Statement,
    'all' | 'run' | 'source'
  >;
  database.close();
  const { all, run } = prototype;
  let ran = 0;
  const count = (sql: string): void => {
    ran += 1;
    if (ran !== number) return;
    told(shortOf(sql));
    process.kill(process.pid, 'SIGKILL');
  };
  prototype.all = function (...given) {
    count(this.source);
    return all.apply(this, given);
  };
  prototype.run = function (...given) {
    count(this.source);
    return run.apply(this, given);
  };
}

/** What it does to which table: `insert lines`. All reading is one. */
function shortOf(sql: string): string {
  const [verb = '', ...rest] = sql.toLowerCase().split(/\s+/);
  if (verb === 'select' || verb === 'pragma') return verb;
  const table = /^"?(\w+)"?/.exec(rest.find((word) => word !== 'into' && word !== 'from') ?? '')?.[1];
  return ['insert', 'update', 'delete'].includes(verb) ? `${verb} ${table}` : verb;
}
