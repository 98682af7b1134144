import '../styles/forms.css';
import { type ComponentType, useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';

export interface PageTab {
  readonly path: string;
  readonly label: string;
  /** How much waits there; none is not shown. */
  readonly count?: number | undefined;
  readonly View: ComponentType;
}

interface PageTabsProps {
  /** The page's own address: /manage */
  readonly at: string;
  /** What the tabs are of, for those who listen. */
  readonly label: string;
  readonly tabs: readonly PageTab[];
}

/** The parts of a page, each at an address of its own; the first one where the address names none. */
export function PageTabs({ at, label, tabs }: PageTabsProps) {
  const { '*': rest = '' } = useParams();
  const [named] = rest.split('/');
  const here = tabs.find(({ path }) => path === named) ?? tabs[0];
  const bar = useRef<HTMLElement>(null);
  const shown = here?.path;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a tab that is chosen comes into view on a narrow screen.
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  return (
    <>
      <nav className="page-tabs" aria-label={label} ref={bar}>
        {tabs.map((tab) => (
          <Link key={tab.path} to={`${at}/${tab.path}`} aria-current={tab === here ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && <b className="tab-count">{tab.count}</b>}
          </Link>
        ))}
      </nav>
      {here && <here.View />}
    </>
  );
}
