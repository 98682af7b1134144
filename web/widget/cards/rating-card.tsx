import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';

const KEY = 'beian-rated';

/** How one found the help of a person, whose last line is `line`: asked once, also over a reload. */
export function RatingCard({ line }: { readonly line: number }) {
  const { talk } = useDesk();
  const service = `${talk.sessions.current?.talk} ${line}`;
  const [wasAsked] = useState(() => read() === service);
  const [score, setScore] = useState<number>();
  const [text, setText] = useState('');
  const [isOver, end] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // What is asked then would stand below the end of what is seen.
    if (score !== undefined) card.current?.scrollIntoView({ block: 'nearest' });
  }, [score]);
  if (wasAsked) return null;
  if (isOver) return <p class="line note">{score === undefined ? t('好的，不评价了。') : t('评价收到了，谢谢您。')}</p>;

  async function rate(next: number): Promise<void> {
    setScore(next);
    const got = await talk.post('rating', { score: next });
    if (got.ok) keep(service);
    else setScore(undefined);
  }
  async function finish(): Promise<void> {
    if (text.trim() !== '') await talk.post('rating', { score, text: text.trim() });
    end(true);
  }
  return (
    <section class="card rating" ref={card} aria-label={t('评价')}>
      <h4>{t('这次的帮助怎么样')}</h4>
      <fieldset class="faces" aria-label={t('打分')}>
        {faces().map(({ value, face, words }) => (
          <button key={value} type="button" aria-pressed={score === value} onClick={() => void rate(value)}>
            <svg class="icon" viewBox="0 0 20 20" width="28" height="28" aria-hidden="true">
              <path d={`M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM7.5 8h.01M12.5 8h.01${face}`} />
            </svg>
            <span>{words}</span>
          </button>
        ))}
      </fieldset>
      {score !== undefined && (
        <label class="rating-words">
          {t('想说的话（可以不写）')}
          <input value={text} maxLength={500} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </label>
      )}
      <div class="pair">
        {score !== undefined && (
          <button type="button" class="button button-main" onClick={() => void finish()}>
            {t('完成')}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            keep(service);
            end(true);
          }}
        >
          {score === undefined ? t('跳过') : t('不写了')}
        </button>
      </div>
    </section>
  );
}

/** Which service was rated, or not wanted to be: the number of its last line. */
function keep(service: string): void {
  try {
    localStorage.setItem(KEY, service);
  } catch {
    // Without storage it is asked once more after a reload.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function faces() {
  return [
    { value: 1, face: 'M7 13.500c1.800-1.800 4.200-1.800 6 0', words: t('很不满意') },
    { value: 2, face: 'M7.250 13c1.600-1 3.900-1 5.500 0', words: t('不满意') },
    { value: 3, face: 'M7.250 12.500h5.500', words: t('一般') },
    { value: 4, face: 'M7.250 12c1.600 1 3.900 1 5.500 0', words: t('满意') },
    { value: 5, face: 'M7 11.500c1.800 2.200 4.200 2.200 6 0', words: t('很满意') },
  ];
}
