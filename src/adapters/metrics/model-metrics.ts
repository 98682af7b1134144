import { Counter, Histogram, type Registry } from 'prom-client';
import type { Watch } from '../watch/watch.ts';
import { WAITED_FOR } from './buckets.ts';

/** What a language model was asked for, and what came of it. */
export function modelMetrics(register: Registry): Pick<Watch, 'asked'> {
  const registers = [register];
  const questions = new Counter({
    ...{ name: 'beian_model_questions_total', registers, labelNames: ['task', 'result'] as const },
    help: '问语言模型的次数，按用处 rewrite、split 和结果：used 用了，nothing 没有要改的，其余是没有用它的原因',
  });
  const seconds = new Histogram({
    ...{ name: 'beian_model_seconds', registers, labelNames: ['task'] as const, buckets: WAITED_FOR },
    help: '等语言模型回答一次的时间，不含没有问出去的',
  });
  return {
    asked({ task, result, ms }) {
      questions.inc({ task, result });
      if (!UNASKED.has(result)) seconds.observe({ task }, ms / 1000);
    },
  };
}

/** Nothing went out. */
const UNASKED: ReadonlySet<string> = new Set(['resting', 'used-up', 'closing']);
