import { once } from 'node:events';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { newTalk, turnOf } from './samples.ts';

/**
 * A process of its own for tests: `node --import tsx child.ts FOLDER TALK`
 * says that it is ready, waits for anything on standard input, opens the store
 * in the folder, answers one turn, prints the answer and stays until it is killed.
 */
const [folder, id] = process.argv.slice(2);
if (!folder || !id) throw new Error('child.ts FOLDER TALK');
console.log('ready');
await once(process.stdin, 'data');
const store = await openStore({ dataDir: folder });
await store.open(newTalk(id));
console.log(JSON.stringify(await store.commit(turnOf(id, 1))));
setInterval(() => {}, 60_000);
