import { bareServer } from '../bare-route.ts';

/** The bare route as a process of its own: started with the file of its database, it tells its address, and ends with whoever started it. */
const [, , file = ''] = process.argv;
const { origin, close } = await bareServer(file);
process.once('disconnect', () => void close().then(() => process.exit(0)));
process.send?.(origin);
