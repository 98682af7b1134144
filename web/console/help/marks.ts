import type { Finding, Judged, Mark } from './seen-pictures.ts';

/** What a place in a picture is about: the findings whose verdict it shows. */
const SHOWS: Readonly<Record<Mark['kind'], RegExp>> = {
  glare: /^image-glare$/,
  cut: /^image-incomplete$/,
  document: /^image-(too-small|ratio|turned)$/,
  number: /^(id|uscc)-/,
  text: /^(?!)/,
};

export interface NumberedMark extends Mark {
  /** That of the finding it shows, from 1; undefined where it shows none. */
  readonly number: number | undefined;
  readonly severity: Finding['severity'] | undefined;
}

/** The places in a picture, each with the finding that it shows. Of the document itself only where that says something. */
export function numberedMarks({ findings, marks = [] }: Pick<Judged, 'findings' | 'marks'>): readonly NumberedMark[] {
  return marks.map((mark) => {
    const at = findings.findIndex(({ verdict }) => SHOWS[mark.kind].test(verdict));
    return { ...mark, number: at < 0 ? undefined : at + 1, severity: findings[at]?.severity };
  });
}
