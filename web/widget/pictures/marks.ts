import { t } from '../../shared/t.ts';
import type { Outcome } from '../api/types.ts';

export type Mark = NonNullable<Outcome['pictures'][number]['marks']>[number];

export interface NumberedMark extends Mark {
  /** From 1; undefined for the document itself, which is no fault. */
  readonly number: number | undefined;
}

/** What a finding is about, where a mark shows it. */
const SHOWN: Readonly<Record<string, Mark['kind']>> = {
  'image-glare': 'glare',
  'image-incomplete': 'cut',
  'id-invalid-length': 'number',
  'id-invalid-checksum': 'number',
  'id-invalid-date': 'number',
  'id-invalid-region': 'number',
  'uscc-invalid': 'number',
};

/** The marks of a picture with the numbers under which its findings name them. A number that is well needs no mark. */
export function numbered({ marks = [], findings }: Outcome['pictures'][number]): readonly NumberedMark[] {
  const isWrong = findings.some(({ verdict }) => SHOWN[verdict] === 'number');
  let last = 0;
  return marks
    .filter(({ kind }) => kind !== 'number' || isWrong)
    .map((mark) => ({ ...mark, number: mark.kind === 'document' ? undefined : ++last }));
}

export function markWord(kind: Mark['kind']): string {
  switch (kind) {
    case 'document':
      return t('证件');
    case 'glare':
      return t('反光');
    case 'cut':
      return t('没有拍全');
    case 'text':
      return t('提示');
    case 'number':
      return t('号码');
  }
}

/** The numbers of the marks that show a finding. */
export function marksOf(verdict: string, marks: readonly NumberedMark[]): readonly number[] {
  const kind = SHOWN[verdict];
  return marks.flatMap((mark) => (mark.kind === kind ? (mark.number ?? []) : []));
}
