import type { EChartsCoreOption } from 'echarts/core';
import type { PlotModel, Series } from './plot-model.ts';

/** The colours and the face of a plot, read from the tokens. */
export interface PlotLooks {
  readonly font: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  readonly surface: string;
  readonly before: string;
  readonly colours: readonly string[];
  readonly still: boolean;
}

/** How ECharts draws a plot. Its tooltip is drawn too: one of HTML would bring styles that the page's policy blocks. */
export function plotOption(model: PlotModel, looks: PlotLooks): EChartsCoreOption {
  const { labels, series, lying = false, isTime = false, say } = model;
  const { font, ink, ink2, line, surface, still } = looks;
  const small = { color: ink2, fontFamily: font, fontSize: 12 };
  const names = {
    type: 'category' as const,
    data: [...labels],
    inverse: lying,
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { ...small, hideOverlap: !lying, interval: lying ? 0 : 'auto' },
  };
  const values = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { ...small, formatter: say, hideOverlap: true },
    splitLine: { lineStyle: { color: line, opacity: 0.6 } },
    splitNumber: 4,
    ...(isTime && { interval: timeStep(series) }),
  };
  return {
    animation: !still,
    animationDuration: 160,
    textStyle: { fontFamily: font },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 14, textStyle: { ...small, color: ink } },
    grid: { top: 40, left: 8, right: lying ? 40 : 12, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: series.some(({ look }) => look === 'bar') ? 'shadow' : 'line' },
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: ink, fontFamily: font, fontSize: 13 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? say(value) : '—'),
    },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: series.map((one) => (one.look === 'bar' ? bar(one, looks, lying, say) : lineOf(one, looks))),
  };
}

function bar(
  { name, values, colour, stacked = false }: Series,
  { colours, before, surface, ink, font }: PlotLooks,
  lying: boolean,
  say: PlotModel['say'],
) {
  return {
    type: 'bar' as const,
    name,
    data: [...values],
    ...(stacked && { stack: 'all' }),
    barMaxWidth: lying ? 12 : 28,
    ...(lying && { barGap: '15%' }),
    itemStyle: {
      color: colour === 0 ? before : (colours[colour - 1] ?? ink),
      ...(stacked && { borderColor: surface, borderWidth: 1 }),
    },
    ...(lying &&
      !stacked &&
      colour !== 0 && {
        label: {
          show: true,
          position: 'right',
          color: ink,
          fontFamily: font,
          formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? say(value) : ''),
        },
      }),
  };
}

function lineOf({ name, values, colour, look }: Series, { colours, before, ink }: PlotLooks) {
  const color = colour === 0 ? before : (colours[colour - 1] ?? ink);
  return {
    type: 'line' as const,
    name,
    data: [...values],
    symbol: colour === 2 ? 'rect' : 'circle',
    symbolSize: look === 'dashed' ? 4 : 6,
    // A single day has no line to be seen.
    showSymbol: look === 'line' || values.length === 1,
    lineStyle: { color, width: 2, type: look === 'dashed' ? ('dashed' as const) : ('solid' as const) },
    itemStyle: { color },
    connectNulls: false,
  };
}

/** Milliseconds between two lines of an axis of time, of which there are to be no more than six. */
const STEPS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400];

function timeStep(series: readonly Series[]): number {
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = STEPS.find((seconds) => most / (seconds * 1000) <= 5) ?? Math.ceil(most / 5 / 86_400_000) * 86_400;
  return step * 1000;
}
