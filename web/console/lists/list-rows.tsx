import { Button, Skeleton } from 'antd';
import { forwardRef, memo, useEffect, useRef } from 'react';
import { type Components, Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { usePlace } from '../desk/place.ts';
import { offer } from './offered.ts';
import { type ListGroup, type Row, rowsOf } from './rows.ts';
import { TalkItem } from './talk-item.tsx';

/** More rows than fit anywhere: then the headings are one press away. */
const MANY = 30;
/** Not drawn yet. */
const SOON = Number.POSITIVE_INFINITY;
/** Milliseconds for which a conversation that was stepped to keeps the focus while the list settles. */
const KEEPS = 1_000;

/** Lists under their headings, however long: only what is in view is drawn. */
export function ListRows({ groups }: { readonly groups: readonly ListGroup[] }) {
  const { talk } = usePlace();
  const list = useRef<VirtuosoHandle>(null);
  const rows = rowsOf(groups);
  /** Which conversation gets the focus as soon as it is drawn, and until when it gets it back. */
  const focusing = useRef<{ readonly talk: string; readonly until: number }>(undefined);
  const focusWanted = (): void => {
    const { talk: wanted, until } = focusing.current ?? { talk: '', until: 0 };
    // Scrolling on may draw it anew, which takes the focus from it.
    const isLost = document.activeElement === document.body && performance.now() < until;
    if ((until === SOON || isLost) && focusOn(wanted) && until === SOON) {
      focusing.current = { talk: wanted, until: performance.now() + KEEPS };
    }
  };
  const here = rows.findIndex((row) => row.is === 'talk' && row.summary.talk === talk);
  const isListed = here >= 0;
  useEffect(() =>
    offer({
      talks: rows.flatMap((row) => (row.is === 'talk' ? [{ talk: row.summary.talk, list: row.group.list }] : [])),
      reveal(wanted) {
        const index = rows.findIndex((row) => row.is === 'talk' && row.summary.talk === wanted);
        if (index < 0) return;
        focusing.current = { talk: wanted, until: SOON };
        focusWanted();
        if (focusing.current.until === SOON) list.current?.scrollToIndex({ index, align: 'center' });
      },
    }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each conversation, not whenever it moves.
  useEffect(() => {
    if (isListed && talk !== undefined && !drawnOf(talk)) list.current?.scrollToIndex({ index: here, align: 'center' });
  }, [talk, isListed]);
  const toHead = (key: string): void => {
    list.current?.scrollToIndex({ index: rows.findIndex((row) => row.is === 'head' && row.group.key === key) });
  };
  return (
    <>
      {rows.length > MANY && groups.length > 1 && (
        <nav className="list-jumps" aria-label={t('跳到')}>
          {groups.map(({ key, title, talks }) => (
            <button key={key} type="button" onClick={() => toHead(key)}>
              {title} {talks.length}
            </button>
          ))}
        </nav>
      )}
      <Virtuoso
        ref={list}
        className="list-rows"
        // What can be reached by keys is inside.
        tabIndex={-1}
        data={rows}
        components={PARTS}
        computeItemKey={(_index, row) => row.key}
        itemContent={(_index, row) => <RowOf row={row} />}
        increaseViewportBy={400}
        itemsRendered={() => requestAnimationFrame(focusWanted)}
      />
    </>
  );
}

const PARTS: Components<Row> = {
  List: forwardRef<HTMLUListElement>(function Rows(props, ref) {
    return <ul {...props} ref={ref} />;
  }) as NonNullable<Components<Row>['List']>,
  Item: ({ item: _item, ...props }) => <li {...props} />,
};

const RowOf = memo(function RowOf({ row }: { readonly row: Row }) {
  const { title, hint, query, empty, list, time } = row.group;
  switch (row.is) {
    case 'head':
      return (
        <h2 className="list-head">
          {title}
          {hint && <span className="list-hint">{hint}</span>}
        </h2>
      );
    case 'problem':
      return (
        <p className="list-problem" role="alert">
          {messageOf(query.error)}
          <Button size="small" onClick={() => query.refetch()}>
            {t('重试')}
          </Button>
        </p>
      );
    case 'loading':
      return <Skeleton className="list-skeleton" active title={false} paragraph={{ rows: 3 }} />;
    case 'empty':
      return <p className="list-empty">{empty}</p>;
    case 'talk':
      return <TalkItem summary={row.summary} list={list} time={time(row.summary)} />;
  }
}, isSame);

/** Headings change by themselves; a conversation is drawn anew only when something happened in it. */
function isSame({ row: a }: { readonly row: Row }, { row: b }: { readonly row: Row }): boolean {
  return a.is === 'talk' && b.is === 'talk' && a.summary === b.summary && a.group.list === b.group.list;
}

function drawnOf(talk: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.list-rows a[data-talk="${CSS.escape(talk)}"]`);
}

function focusOn(talk: string): boolean {
  const drawn = drawnOf(talk);
  // Also into view, where it is drawn beyond the edge.
  drawn?.focus();
  return drawn !== null;
}
