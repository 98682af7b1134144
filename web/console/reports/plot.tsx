import { useEffect, useRef, useState } from 'react';
import { t } from '../../shared/t.ts';
import { useScheme } from '../scheme.ts';
import { useStillness } from '../use-stillness.ts';
import type { DrawnPlot } from './draw-plot.ts';
import { describePlot, type PlotModel } from './plot-model.ts';
import { type PlotLooks, plotOption } from './plot-option.ts';

/** Pixels: of bars that stand, and of one row of bars that lie. */
const HEIGHT = 232;
const ROW = 32;

/** A plot, once what draws it is loaded; its table is there without it. */
export function Plot({ model }: { readonly model: PlotModel }) {
  const room = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnPlot>();
  const [isMissing, setMissing] = useState(false);
  const scheme = useScheme();
  const isStill = useStillness();

  useEffect(() => {
    let plot: DrawnPlot | undefined;
    let isGone = false;
    import('./draw-plot.ts').then(
      ({ drawnPlot }) => {
        if (isGone || !room.current) return;
        plot = drawnPlot(room.current);
        setDrawn(plot);
      },
      () => setMissing(true),
    );
    return () => {
      isGone = true;
      plot?.remove();
    };
  }, []);

  useEffect(() => {
    if (!drawn || !room.current) return;
    const shown = room.current;
    const fitting = new ResizeObserver(() => drawn.fit());
    fitting.observe(shown);
    return () => fitting.disconnect();
  }, [drawn]);

  useEffect(() => {
    // The colours are read from the page, which has changed with the scheme by now.
    if (room.current && scheme) drawn?.draw(plotOption(model, looksOf(room.current, isStill)));
  }, [drawn, model, scheme, isStill]);

  if (isMissing) return <p className="plot-missing">{t('图没有加载，请刷新页面。数字都在下面的表里。')}</p>;
  const height = model.lying ? Math.max(160, 48 + ROW * model.labels.length) : HEIGHT;
  return <div ref={room} className="plot" role="img" aria-label={describePlot(model)} style={{ height }} />;
}

function looksOf(room: HTMLElement, still: boolean): PlotLooks {
  const style = getComputedStyle(room);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    font: style.fontFamily,
    ink: token('--ink'),
    ink2: token('--ink-2'),
    line: token('--line'),
    surface: token('--surface'),
    before: token('--plot-before'),
    colours: [1, 2, 3, 4, 5].map((nth) => token(`--plot-${nth}`)),
    still,
  };
}
