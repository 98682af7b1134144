import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer, LegacyGridContainLabel]);

/** A plot on the page: drawn anew with every option, as large as its room. */
export interface DrawnPlot {
  draw(option: EChartsCoreOption): void;
  fit(): void;
  remove(): void;
}

export function drawnPlot(room: HTMLElement): DrawnPlot {
  const chart = init(room, null, { renderer: 'canvas' });
  return {
    draw: (option) => chart.setOption(option, { notMerge: true }),
    fit: () => chart.resize(),
    remove: () => chart.dispose(),
  };
}
