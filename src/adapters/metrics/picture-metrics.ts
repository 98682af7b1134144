import { Counter, Histogram, type Registry } from 'prom-client';
import type { Watch } from '../watch/watch.ts';
import { WAITED_FOR } from './buckets.ts';

/** Pictures that were looked at. */
export function pictureMetrics(register: Registry): Pick<Watch, 'picture'> {
  const registers = [register];
  const pictures = new Counter({
    ...{ name: 'beian_pictures_total', registers, labelNames: ['task', 'result'] as const },
    help: '图片任务，按 check、fix、stitch、warm 和结果：done 完成、busy 排队已满、gave-up 超时或失败',
  });
  const waited = new Histogram({
    ...{ name: 'beian_picture_wait_seconds', registers, buckets: WAITED_FOR },
    help: '图片任务等到空闲线程的时间',
  });
  const seconds = new Histogram({
    ...{ name: 'beian_picture_seconds', registers, labelNames: ['task'] as const, buckets: WAITED_FOR },
    help: '处理一张图片的时间，不含等待',
  });
  const reading = new Histogram({
    ...{ name: 'beian_picture_reading_seconds', registers, buckets: WAITED_FOR },
    help: '检查一张图片时文字识别所用的时间，不含没有识别文字的',
  });
  return {
    picture({ job: task, result, waitedMs, ms, readingMs }) {
      pictures.inc({ task, result });
      if (result === 'busy') return;
      waited.observe(waitedMs / 1000);
      seconds.observe({ task }, ms / 1000);
      if (readingMs > 0) reading.observe(readingMs / 1000);
    },
  };
}
