import Database from 'better-sqlite3';

/** Kills this process as `kill -9` does, just before the database runs its statement of that number, from 1. */
export function dieAtStatement(number: number): void {
  const database = new Database(':memory:');
  const prototype = Object.getPrototypeOf(database.prepare('select 1')) as Pick<Database.Statement, 'all' | 'run'>;
  database.close();
  const { all, run } = prototype;
  let ran = 0;
  const count = (): void => {
    ran += 1;
    if (ran === number) process.kill(process.pid, 'SIGKILL');
  };
  prototype.all = function (...given) {
    count();
    return all.apply(this, given);
  };
  prototype.run = function (...given) {
    count();
    return run.apply(this, given);
  };
}
