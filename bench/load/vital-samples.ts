import { readdir } from 'node:fs/promises';
import type { Service, Vitals } from '../service.ts';

/** How the service was at one moment. */
export interface Sample extends Vitals {
  /** Since the first one. */
  readonly seconds: number;
  /** Open files and sockets, as the system counts them; NaN where it does not tell. */
  readonly files: number;
}

/** Looks at the service at a steady pace for so many seconds. Garbage is collected first each time: what then grows is kept. */
export async function sampled(
  service: Service,
  { seconds, every, told }: { readonly seconds: number; readonly every: number; readonly told: (line: string) => void },
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const begun = performance.now();
  for (let nth = 1; nth * every <= seconds; nth++) {
    await new Promise((resolve) => setTimeout(resolve, begun + nth * every * 1_000 - performance.now()));
    const vitals = await service.vitals({ collects: true });
    const sample = { ...vitals, seconds: (performance.now() - begun) / 1_000, files: await openFiles(service.pid) };
    samples.push(sample);
    told(
      `${sample.seconds.toFixed(0)} 秒：常驻 ${megabytes(sample.rss)} MB，堆 ${megabytes(sample.heapUsed)} MB，句柄 ${sample.handles}，事件循环晚 ${sample.lagP99.toFixed(0)} ms`,
    );
  }
  return samples;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** Only Linux shows them as a folder. */
async function openFiles(pid: number): Promise<number> {
  const files = await readdir(`/proc/${pid}/fd`).catch(() => undefined);
  return files?.length ?? Number.NaN;
}
