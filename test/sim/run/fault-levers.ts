import type { Fault, FaultKind } from '../faults.ts';
import { type Lever, toggle } from './lever.ts';

const KINDS: readonly (readonly [FaultKind, string])[] = [
  ['http500', '接口都返回 500'],
  ['timeout', '接口一直不回答'],
  ['slowBody', '回答很慢（一半之后停 60 秒）'],
  ['rateLimited', '接口都说太频繁'],
  ['badJson', '回答是断掉的 JSON'],
];

/** Switches that let all calls of the service go wrong. */
export const faultLevers = (fault: (fault: Fault) => () => void): readonly Lever[] =>
  KINDS.map(([kind, label]) => {
    let callOff = (): void => undefined;
    return toggle({ id: `fault-${kind}`, group: '故障', label }, (isOn) => {
      callOff();
      callOff = isOn ? fault({ match: '', times: Number.POSITIVE_INFINITY, kind }) : () => undefined;
    });
  });
