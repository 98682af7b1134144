import { written } from '../../shared/t.ts';
import type { Summary } from '../api/types.ts';

type Field = Summary['card'][number];

/** What pages and people say, letter by letter. */
const QUOTED: readonly string[] = ['errorText', 'wish'];

/** A line of the case card as it is read; what is sent back is made of the field itself. */
export function shownField({ key, label, value }: Field): Pick<Field, 'label' | 'value'> {
  return { label: written(label), value: QUOTED.includes(key) ? value : written(value) };
}
