import { Fragment, type ReactNode } from 'react';
import { t } from '../../shared/t.ts';

/** A fixed text with elements in it: `rich('最长 {time}', { time: <b>…</b> })`. The key is a literal, as for `t`. */
export function rich(text: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  return t(text)
    .split(/(\{\w+\})/)
    .map((part, at) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
      return <Fragment key={at}>{name === undefined ? part : values[name]}</Fragment>;
    });
}
