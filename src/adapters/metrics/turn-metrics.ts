import { Counter, Histogram, type Registry } from 'prom-client';
import { TURN_PARTS, tookOf } from '../../bot/made-turn.ts';
import type { Watch } from '../watch/watch.ts';
import { SHARES, SHORT, WAITED_FOR } from './buckets.ts';

/** What people are answered, how surely, and how fast. */
export function turnMetrics(register: Registry): Pick<Watch, 'turn' | 'fault' | 'heard' | 'decided'> {
  const registers = [register];
  const turns = new Counter({
    ...{ name: 'beian_turns_total', registers, labelNames: ['channel', 'kind', 'entry'] as const },
    help: '回答过的消息，按渠道、结果和依据的条目（没有依据条目时是 none）',
  });
  const faults = new Counter({
    ...{ name: 'beian_turn_faults_total', registers },
    help: '出了程序错误、用户只看到一句致歉的消息',
  });
  const seconds = new Histogram({
    ...{ name: 'beian_turn_seconds', registers, labelNames: ['channel'] as const, buckets: WAITED_FOR },
    help: '从收到一条消息到存好它的回答',
  });
  const parts = new Histogram({
    ...{ name: 'beian_turn_part_seconds', registers, labelNames: ['part'] as const, buckets: SHORT },
    help: '一轮回答的各部分：waiting、reading、answering、storing 依次相接；hearing、decision 在 answering 之内，encoder 在 decision 之内',
  });
  const confidence = new Histogram({
    ...{ name: 'beian_turn_confidence_ratio', registers, labelNames: ['kind'] as const, buckets: SHARES },
    help: '回答的把握，0 到 1，只记 answer、clarify、not-covered',
  });
  const checks = new Counter({
    ...{ name: 'beian_checks_total', registers, labelNames: ['diagnostic', 'verdict'] as const },
    help: '做过的检查，按种类和结论',
  });
  const encoder = new Counter({
    ...{ name: 'beian_encoder_decisions_total', registers, labelNames: ['use'] as const },
    help: '判断时用不用句子编码器：spared 字词已足够、asked 编码了、remembered 记得、failed 失败、missing 没有编码器',
  });
  return {
    turn({ message, outcome, ms }) {
      const { channel } = message.talk;
      const { kind, entry, diagnostic, verdict } = outcome;
      turns.inc({ channel, kind, entry: entry ?? 'none' });
      seconds.observe({ channel }, tookOf(ms) / 1000);
      for (const part of TURN_PARTS) parts.observe({ part }, ms[part] / 1000);
      if (JUDGED.has(kind)) confidence.observe({ kind }, outcome.confidence);
      if (diagnostic !== null && verdict !== null) checks.inc({ diagnostic, verdict });
    },
    fault: () => faults.inc(),
    heard: (ms) => parts.observe({ part: 'hearing' }, ms / 1000),
    decided({ encoder: use, ms, encoderMs }) {
      parts.observe({ part: 'decision' }, ms / 1000);
      if (use === 'asked') parts.observe({ part: 'encoder' }, encoderMs / 1000);
      encoder.inc({ use });
    },
  };
}

const JUDGED: ReadonlySet<string> = new Set(['answer', 'clarify', 'not-covered']);
