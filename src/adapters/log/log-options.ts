import { randomUUID } from 'node:crypto';
import type { FastifyServerOptions } from 'fastify';
import { presentable } from './presentable.ts';

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

interface LogOptions {
  readonly level: string;
  /** Where it goes, a line of JSON at a time; standard output where left out. */
  readonly stream?: { write(line: string): void } | undefined;
  /** Told of the level of each line (pino's: info, warn, error …). */
  readonly onLine?: ((level: string) => void) | undefined;
}

/** Everything is presentable before it gets here. */
const asItIs = (value: unknown): unknown => value;

/** The one log: whatever is said in it, by anybody and at any depth, is made presentable first. */
export function logOptions({ level, stream, onLine }: LogOptions): LoggerOptions {
  return {
    level,
    ...(stream && { stream }),
    serializers: { err: asItIs, req: asItIs, res: asItIs } as Exclude<LoggerOptions['serializers'], undefined>,
    hooks: {
      logMethod(args, method, number) {
        onLine?.(this.levels.labels[number] ?? 'other');
        const said = args.map((arg, at) =>
          at === 0 && arg instanceof Error ? { err: presentable(arg) } : presentable(arg),
        );
        method.apply(this, said as Parameters<typeof method>);
      },
    },
  };
}

/** A request's name in the log, and in the answer's `x-request-id`: the same on no two instances. */
export function newRequestId(): string {
  return randomUUID();
}
