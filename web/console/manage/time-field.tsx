import { useState } from 'react';
import { minuteOf } from '../../../src/handoff/time-of-day.ts';

interface TimeFieldProps {
  readonly label: string;
  /** `09:00` to `24:00`. */
  readonly value: string;
  readonly change: (next: string) => void;
}

/** A time of day with 24 hours, whatever the browser's own language is: 9, 930 and 9：30 are understood. */
export function TimeField({ label, value, change }: TimeFieldProps) {
  const [typed, type] = useState<string>();
  return (
    <input
      className="native time-field"
      inputMode="numeric"
      autoComplete="off"
      placeholder="09:00"
      maxLength={5}
      aria-label={label}
      aria-invalid={Number.isNaN(minuteOf(value))}
      value={typed ?? value}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        type(event.target.value);
        change(timeIn(event.target.value));
      }}
      onBlur={() => type(undefined)}
    />
  );
}

/** What somebody means: `09:30` by 9:30, 930, 9点30; empty where it is no time of day. */
function timeIn(typed: string): string {
  const plain = typed.normalize('NFKC').trim();
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.点]?(\d{2}))?$/.exec(plain.replace(/[:.点]$/, '')) ?? [];
  if (hour === undefined || Number(minute) > 59) return '';
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes > 24 * 60 ? '' : `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
