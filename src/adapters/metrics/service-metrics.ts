import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Counter, collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import { projectRoot } from '../project-root.ts';

export interface ServiceState {
  /** Whether questions can be answered. */
  readonly ready: boolean;
  /** Undefined before the content is read. */
  readonly encoder: boolean | undefined;
  /** Whether news of other instances arrives; undefined where there are none. */
  readonly news: boolean | undefined;
}

export interface ServiceSources {
  readonly state: () => ServiceState;
  /** The folder that everything is written to. */
  readonly dataDir: string;
  /** What Node tells of its process: only once in a process, since some of it is never let go. */
  readonly process: boolean;
}

const PACKAGE = join(projectRoot, 'package.json');

/** The service itself: what runs, whether it can answer, its disk, its log, its process. Gives what counts lines of the log. */
export function serviceMetrics(
  register: Registry,
  { state, dataDir, process: isProcess }: ServiceSources,
): (level: string) => void {
  const registers = [register];
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string };
  new Gauge({
    ...{ name: 'beian_build_info', registers, labelNames: ['version', 'node'] as const },
    help: '正在运行的版本，值总是 1',
  }).set({ version, node: process.version }, 1);
  const flag = (name: string, help: string, of: (now: ServiceState) => boolean | undefined): void => {
    new Gauge({
      ...{ name, help, registers },
      collect() {
        const is = of(state());
        if (is === undefined) this.remove();
        else this.set(is ? 1 : 0);
      },
    });
  };
  flag('beian_ready', '能否回答问题：1 能，0 还不能', ({ ready }) => ready);
  flag('beian_encoder_up', '句子编码器是否可用：1 可用，0 只按字词判断', ({ encoder }) => encoder);
  flag('beian_news_up', '别的实例的通知是否收得到，只有一个实例时没有这个数', ({ news }) => news);
  const disk = (name: string, help: string, of: (at: { bavail: number; blocks: number }) => number): void => {
    new Gauge({
      ...{ name, help, registers },
      async collect() {
        const at = await statfs(dataDir).catch(() => undefined);
        if (at) this.set(of(at) * at.bsize);
        else this.remove(); // A folder that cannot be asked has no number; what is written to it complains by itself.
      },
    });
  };
  disk('beian_disk_free_bytes', 'DATA_DIR 所在磁盘还能写的空间', ({ bavail }) => bavail);
  disk('beian_disk_size_bytes', 'DATA_DIR 所在磁盘的大小', ({ blocks }) => blocks);
  if (isProcess) collectDefaultMetrics({ register });
  const lines = new Counter({
    ...{ name: 'beian_log_lines_total', registers, labelNames: ['level'] as const },
    help: '写进日志的行，按级别',
  });
  for (const level of ['warn', 'error', 'fatal']) lines.inc({ level }, 0);
  return (level) => lines.inc({ level });
}
