import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { isPeriod, LONGEST, type Period, PRESETS, type Preset } from './period.ts';
import type { ChosenPeriod } from './use-period.ts';

/** What period is reported: one of the usual ones, or days of one's own. */
export function PeriodPicker({ chosen }: { readonly chosen: ChosenPeriod }) {
  const { preset, period, choose, setOwn } = chosen;
  return (
    <div className="periods">
      <fieldset>
        <legend className="hidden">{t('时间')}</legend>
        {PRESETS.map((one) => (
          <button key={one} type="button" aria-pressed={one === preset} onClick={() => choose(one)}>
            {sayPreset(one)}
          </button>
        ))}
      </fieldset>
      {preset === 'own' && <OwnPeriod period={period} onChange={setOwn} />}
    </div>
  );
}

/** Two days; what cannot be a period stays in its fields, with the reason. */
function OwnPeriod({ period, onChange }: { readonly period: Period; readonly onChange: (period: Period) => void }) {
  const [typed, setTyped] = useState(period);
  const set = (next: Period): void => {
    setTyped(next);
    if (isPeriod(next)) onChange(next);
  };
  return (
    <div className="own-period">
      <input
        type="date"
        aria-label={t('从哪天')}
        value={typed.from}
        max={typed.to}
        onChange={({ target }) => set({ ...typed, from: target.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        aria-label={t('到哪天')}
        value={typed.to}
        min={typed.from}
        onChange={({ target }) => set({ ...typed, to: target.value })}
      />
      {!isPeriod(typed) && <p role="alert">{t('开始的日期要在结束之前，一次最多 {days} 天。', { days: LONGEST })}</p>}
    </div>
  );
}

function sayPreset(preset: Preset): string {
  switch (preset) {
    case 'today':
      return t('今天');
    case '7':
      return t('近 7 天');
    case '30':
      return t('近 30 天');
    case 'month':
      return t('本月');
    case 'own':
      return t('自选');
  }
}
