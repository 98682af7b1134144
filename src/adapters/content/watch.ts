import { watch } from 'chokidar';
import type { FastifyBaseLogger } from 'fastify';
import { ContentError } from '../../knowledge/content-error.ts';

interface Reloads {
  reload(): Promise<void>;
}

export interface Watcher {
  close(): Promise<void>;
}

/** A pause in the changes this long means that somebody has finished saving, in milliseconds. */
const QUIET = 300;

/** Reads the content again when one of its files changes. A broken file is told and changes nothing. */
export function watchContent(
  folder: string,
  knowledge: Reloads,
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>,
): Watcher {
  let timer: NodeJS.Timeout | undefined;
  const reload = async (): Promise<void> => {
    try {
      await knowledge.reload();
      log.info('content reloaded');
    } catch (error) {
      if (error instanceof ContentError) log.warn({ file: error.file, line: error.line }, error.message);
      else log.error({ err: error }, 'content could not be reloaded');
    }
  };
  const watcher = watch(folder, { ignoreInitial: true })
    .on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void reload(), QUIET);
    })
    // Too few inotify watches, a folder that went away: edits then wait for a restart, answers go on.
    .on('error', (error) => log.error({ err: error }, 'content is not watched any more'));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
