import { useSearchParams } from 'react-router';
import { serverNow } from '../api/server-clock.ts';
import { isPeriod, type Period, PRESETS, type Preset, periodOf } from './period.ts';

export interface ChosenPeriod {
  readonly preset: Preset;
  readonly period: Period;
  choose(preset: Preset): void;
  setOwn(period: Period): void;
}

/** The period that the address names, so that a report can be passed on as a link; the last 7 days without one. */
export function usePeriod(): ChosenPeriod {
  const [params, setParams] = useSearchParams();
  const own = { from: params.get('from') ?? '', to: params.get('to') ?? '' };
  const named = PRESETS.find((preset) => preset === params.get('period'));
  const preset: Preset = isPeriod(own) ? 'own' : named === undefined || named === 'own' ? '7' : named;
  const period = preset === 'own' ? own : periodOf(preset, serverNow());
  return {
    preset,
    period,
    choose: (next) => setParams(next === 'own' ? { ...period } : { period: next }, { replace: true }),
    setOwn: (next) => setParams({ ...next }, { replace: true }),
  };
}
