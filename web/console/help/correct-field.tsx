import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { t, written } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';

interface CorrectFieldProps {
  readonly talk: string;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onEnd: () => void;
}

type Choice = readonly [said: string, shown: string];

/** What some lines are chosen from, as the server understands it; anything else is typed. */
const CHOICES: Readonly<Record<string, () => readonly Choice[]>> = {
  platform: () => [
    ['android', t('安卓')],
    ['ios', t('苹果')],
    ['harmony', t('鸿蒙')],
  ],
  appUpToDate: () => [
    ['true', t('是最新版')],
    ['false', t('不是最新版')],
  ],
  inPerson: () => [
    ['true', t('本人在场')],
    ['false', t('本人不在场')],
  ],
};

/** Puts one line of the card right. What was typed stays until the server takes it. */
export function CorrectField({ talk, field, label, value, onEnd }: CorrectFieldProps) {
  const [text, setText] = useState(value);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const choices = CHOICES[field]?.();
  const control = useRef<HTMLElement | null>(null);
  // One has just asked to edit it.
  useEffect(() => control.current?.focus(), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === value) return onEnd();
    setBusy(true);
    setProblem(undefined);
    try {
      await call('PATCH', `/talks/${encodeURIComponent(talk)}/case`, { [field]: text });
      await refreshTalk(talk);
      onEnd();
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <form
      className="card-correct"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onEnd()}
    >
      {choices ? (
        <select
          ref={(element) => {
            control.current = element;
          }}
          className="area"
          aria-label={label}
          value={text}
          onChange={(event) => setText(event.target.value)}
        >
          <option value={value}>{written(value)}</option>
          {choices.map(
            ([said, shown]) =>
              shown !== written(value) && (
                <option key={said} value={said}>
                  {shown}
                </option>
              ),
          )}
        </select>
      ) : (
        <input
          ref={(element) => {
            control.current = element;
          }}
          className="area"
          aria-label={label}
          value={text}
          maxLength={600}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <span className="card-buttons">
        <Button size="small" type="primary" htmlType="submit" loading={isBusy} disabled={text.trim() === ''}>
          {t('改好了')}
        </Button>
        <Button size="small" onClick={onEnd}>
          {t('取消')}
        </Button>
      </span>
      {problem && (
        <p className="gate-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
