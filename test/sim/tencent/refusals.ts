import type { SimAnswer, SimRequest } from '../request.ts';
import { refusal } from './answer-code.ts';

/** Codes a test wants the next calls to be answered with. */
export interface Refusals {
  plan(path: string, errcode: number, times?: number): void;
  take(request: SimRequest): SimAnswer | undefined;
}

export function refusals(): Refusals {
  let planned: readonly { readonly path: string; readonly errcode: number }[] = [];
  return {
    plan(path, errcode, times = 1) {
      planned = [...planned, ...Array.from({ length: times }, () => ({ path, errcode }))];
    },
    take({ path }) {
      const next = planned.find((one) => path.includes(one.path));
      if (!next) return undefined;
      planned = planned.filter((one) => one !== next);
      return refusal(next.errcode);
    },
  };
}
