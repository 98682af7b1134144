import { median, quantile } from '../statistics.ts';
import { type Measured, type Row, rowOver } from './report.ts';
import type { Phase } from './throughput.ts';

/** What one round brought. */
export interface Round {
  /** New texts, one after the other. */
  readonly alone: Phase;
  /** New texts, all users at once. */
  readonly crowd: Phase;
  /** Texts that the encoder remembers, one after the other. */
  readonly knownAlone: Phase;
  readonly knownCrowd: Phase;
  /** The bare route, all users at once. */
  readonly bare: Phase;
}

const LEAST_GAIN = 3;
const LEAST_SHARE = 0.4;
/** Milliseconds that the 99th of a hundred may wait beside the encoder. */
const MOST_WAIT = 50;

export interface Throughput {
  readonly users: number;
  readonly rounds: readonly Round[];
  /** Milliseconds of the answers at half of the most. */
  readonly half: readonly number[];
  readonly halfRate: number;
}

/** Ratios are of the same round; of all rounds the median is told, and the least and the most. */
export function throughputReport({ users, rounds, half, halfRate }: Throughput): Measured {
  const over = (of: (round: Round) => number) => rounds.map(of);
  const encoder = median(over(({ alone, knownAlone }) => median(alone.times) - median(knownAlone.times)));
  const gain = over(({ crowd, alone }) => crowd.rate / alone.rate);
  const share = over(({ knownCrowd, bare }) => knownCrowd.rate / bare.rate);
  const p99 = quantile(half, 0.99);
  const rate = (id: keyof Round, name: string) =>
    rowOver(
      `rate.${id}`,
      name,
      '轮/秒',
      over((round) => round[id].rate),
    );
  return {
    rows: [
      rate('alone', '新的话，一句接一句'),
      rate('crowd', `新的话，${users} 人同时`),
      rate('knownAlone', '编码器记得的话，一句接一句'),
      rate('knownCrowd', `编码器记得的话，${users} 人同时`),
      rate('bare', `空路由存一行，${users} 人同时`),
      rowOver(
        'cpu.crowd',
        '每轮用的处理器，新的话',
        'ms',
        over(({ crowd }) => crowd.cpu),
      ),
      rowOver(
        'cpu.knownCrowd',
        '每轮用的处理器，编码器记得的话',
        'ms',
        over(({ knownCrowd }) => knownCrowd.cpu),
      ),
      rowOver('encoder', '句子编码（两种一句接一句的中位数之差）', 'ms', [encoder]),
      rowOver(
        'crowd.p99',
        `新的话，${users} 人同时，p99`,
        'ms',
        over(({ crowd }) => quantile(crowd.times, 0.99)),
      ),
      rowOver('half.rate', '一半负载，按时到的', '轮/秒', [halfRate]),
      rowOver('half.p50', '一半负载，中位数', 'ms', [quantile(half, 0.5)]),
      rowOver('half.p99', '一半负载，p99', 'ms', [p99]),
      rowOver(
        'busy',
        '压测端自己的忙碌，空路由时',
        '%',
        over(({ bare }) => bare.busy * 100),
      ),
    ],
    aims: [
      aimOf('gain', `${users} 人同时 ÷ 一句接一句`, '×', 'least', LEAST_GAIN, median(gain)),
      aimOf('share', '不算编码，÷ 空路由存一行', '×', 'least', LEAST_SHARE, median(share)),
      aimOf('half.p99', '一半负载的 p99', 'ms', 'most', MOST_WAIT + encoder, p99),
    ],
    problems: [],
    notes: [
      `两个比值各有 ${rounds.length} 轮：${spread(gain)}；${spread(share)}。`,
      '“不算编码”用编码器记得的话：除了编码，一轮要做的都做，判断也一样。空路由在自己的进程里，每行先落盘再回答，与服务相同。',
    ],
  };
}

function aimOf(
  id: string,
  name: string,
  unit: Row['unit'],
  is: 'least' | 'most',
  bound: number,
  value: number,
): Measured['aims'][number] {
  return { id, name, unit, is, bound, value };
}

function spread(values: readonly number[]): string {
  return values.map((value) => value.toFixed(2)).join(' ');
}
