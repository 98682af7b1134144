import type { Vitals } from '../service.ts';
import type { Broadcast } from './broadcast.ts';
import type { Problem } from './problems-of.ts';
import { type Measured, rowOver } from './report.ts';

/** kB that an idle stream may take. */
const MOST_MEMORY = 25;
/** Seconds until the last of all streams is told. */
const MOST_SECONDS = 0.5;

export interface Streams {
  readonly streams: number;
  readonly before: Vitals;
  readonly after: Vitals;
  /** Seconds until all were open. */
  readonly opening: number;
  /** Shares of one processor while nothing happens, without the streams and with them. */
  readonly resting: readonly [number, number];
  readonly done: readonly Broadcast[];
  readonly problems: readonly Problem[];
  /** Conversations whose stream broke off. */
  readonly dropped: readonly string[];
}

export function streamsReport(of: Streams): Measured {
  const { streams, before, after, opening, done, resting } = of;
  const each = (what: 'rss' | 'heapUsed' | 'external') => (after[what] - before[what]) / streams / 1_000;
  const [firsts, lasts] = [done.map(({ first }) => first), done.map(({ last }) => last)];
  return {
    rows: [
      { id: 'streams', name: '空闲的事件流', unit: '', value: streams },
      { id: 'streams.opening', name: '全部打开用了', unit: 's', value: opening },
      { id: 'streams.rss', name: '每个事件流的常驻内存', unit: 'kB', value: each('rss') },
      { id: 'streams.heap', name: '其中 JavaScript 堆', unit: 'kB', value: each('heapUsed') },
      { id: 'streams.external', name: '其中堆外缓冲', unit: 'kB', value: each('external') },
      { id: 'streams.handles', name: '多出的句柄', unit: '', value: after.handles - before.handles },
      { id: 'streams.resting', name: '空闲时的处理器，没有事件流', unit: '%', value: resting[0] * 100 },
      { id: 'streams.restingWith', name: '空闲时的处理器，有事件流', unit: '%', value: resting[1] * 100 },
      rowOver('broadcast.first', '接走第一位，到第一个人听到新的位置', 's', firsts),
      rowOver('broadcast.last', '接走第一位，到最后一个人听到新的位置', 's', lasts),
    ],
    aims: [
      {
        ...{
          id: 'streams.rss',
          name: '每个空闲事件流的内存（常驻和堆，取大的）',
          unit: 'kB',
          is: 'most',
          bound: MOST_MEMORY,
        },
        value: Math.max(each('rss'), each('heapUsed') + each('external')),
      },
      {
        ...{ id: 'broadcast.last', name: `${streams} 个事件流全部听到`, unit: 's', is: 'most', bound: MOST_SECONDS },
        value: Math.max(...lasts),
      },
    ],
    problems: [...of.problems, ...of.dropped.map((talk) => ({ is: 'stream.lost', talk, what: '事件流断了' }) as const)],
    notes: [
      `前后都先收一次垃圾再看内存。${done.length} 次告诉所有人，各用了 ${lasts.map((one) => one.toFixed(2)).join(' ')} 秒；目标看最慢的一次。`,
    ],
  };
}
