import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { TalkCards } from '../cards/talk-cards.tsx';
import { useDesk } from '../desk.ts';
import { picturesOf } from '../pictures/pictures-of.ts';
import { choicesOf } from '../talk/choices-of.ts';
import { entriesOf } from '../talk/entries.ts';
import { picked } from '../talk/picked.ts';
import { Dots } from './dots.tsx';
import { LineView } from './line-view.tsx';
import { OwnLine } from './own-line.tsx';
import { reveal, settle } from './settle.ts';
import { Stamp } from './stamp.tsx';
import { useRecent } from './use-recent.ts';
import { Welcome } from './welcome.tsx';

/** Pixels from the end within which new lines pull the view along. */
const NEAR = 80;

/** The conversation. It stays at its end while one reads there; of a long answer its beginning is shown. */
export function Log() {
  const { talk } = useDesk();
  const { lines, outgoing, notices, isLoading, isTyping, waiting, sessions } = talk;
  const scroll = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const entries = useMemo(
    () => entriesOf(lines.value, outgoing.value, notices.value),
    [lines.value, outgoing.value, notices.value],
  );
  const taken = useMemo(() => picked(entries), [entries]);
  const choices = useMemo(() => choicesOf(lines.value), [lines.value]);
  const seen = useMemo(() => picturesOf(entries, taken), [entries, taken]);
  const begins = sessions.current === undefined || lines.value[0]?.seq === 1;
  const last = lines.value[lines.value.length - 1]?.seq;
  const recent = useRecent(scroll, entries.length, isLoading.value);

  useEffect(() => {
    const box = scroll.current;
    if (!box) return;
    const scrolled = (): void => {
      isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    };
    box.addEventListener('scroll', scrolled, { passive: true });
    // The keyboard of a phone and a growing composer take room from the end. (Safari before 13.1 has no observer.)
    const observer =
      typeof ResizeObserver === 'function' ? new ResizeObserver(() => isAtEnd.current && settle(box)) : undefined;
    observer?.observe(box);
    return () => {
      box.removeEventListener('scroll', scrolled);
      observer?.disconnect();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever something was added.
  useLayoutEffect(() => {
    if (isAtEnd.current) settle(scroll.current);
  }, [entries, waiting.value, isTyping.value, isLoading.value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what one just wrote is always in view.
  useLayoutEffect(() => settle(scroll.current), [outgoing.value.length, isLoading.value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever the widget says something.
  useLayoutEffect(() => reveal(scroll.current), [notices.value]);

  return (
    <div class="scroll" ref={scroll}>
      <div
        class="log"
        role="log"
        aria-live={recent.isGrowing ? 'off' : 'polite'}
        aria-label={t('对话')}
        aria-busy={isLoading.value}
      >
        {recent.from > 0 && (
          <button type="button" class="button earlier" onClick={recent.more}>
            {t('看更早的 {count} 条', { count: recent.from })}
          </button>
        )}
        {begins && recent.from === 0 && <Welcome line={lines.value[0]} taken={entries} />}
        {entries.slice(recent.from).map((entry) => {
          if (entry.is === 'notice')
            return (
              <p key={entry.key} class="line note">
                {entry.text}
              </p>
            );
          if (entry.is === 'line' && begins && entry.line.seq === 1) return null;
          return (
            <Stamp key={entry.key} at={entry.stamp}>
              {entry.is === 'own' ? (
                <OwnLine {...entry} isChoice={choices.has(entry.text)} />
              ) : (
                <LineView
                  line={entry.line}
                  picked={taken.get(entry.line.seq)}
                  pictures={seen.get(entry.line.seq) ?? []}
                  isLast={entry.line.seq === last}
                />
              )}
            </Stamp>
          );
        })}
        <TalkCards />
        <Dots how={waiting.value ?? (isTyping.value ? 'agent' : undefined)} />
      </div>
    </div>
  );
}
