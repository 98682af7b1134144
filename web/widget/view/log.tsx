import { useMemo, useRef } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { TalkCards } from '../cards/talk-cards.tsx';
import { useDesk } from '../desk.ts';
import { picturesOf } from '../pictures/pictures-of.ts';
import { choicesOf } from '../talk/choices-of.ts';
import { entriesOf } from '../talk/entries.ts';
import { picked } from '../talk/picked.ts';
import { Dots } from './dots.tsx';
import { LineView } from './line-view.tsx';
import { News } from './news.tsx';
import { OwnLine } from './own-line.tsx';
import { Stamp } from './stamp.tsx';
import { useRecent } from './use-recent.ts';
import { useView } from './use-view.ts';
import { Welcome } from './welcome.tsx';

/** The conversation. What comes is shown; who reads further up stays there, and sees how much has come. */
export function Log() {
  const { talk } = useDesk();
  const { lines, outgoing, notices, isLoading, isTyping, waiting, sessions } = talk;
  const scroll = useRef<HTMLDivElement>(null);
  const entries = useMemo(
    () => entriesOf(lines.value, outgoing.value, notices.value),
    [lines.value, outgoing.value, notices.value],
  );
  const taken = useMemo(() => picked(entries), [entries]);
  const choices = useMemo(() => choicesOf(lines.value), [lines.value]);
  const seen = useMemo(() => picturesOf(entries, taken), [entries, taken]);
  const begins = sessions.current === undefined || lines.value[0]?.seq === 1;
  const last = lines.value[lines.value.length - 1]?.seq;
  const view = useView(scroll);
  const recent = useRecent(scroll, entries.length, isLoading.value);

  return (
    <div class="talk">
      <div class="scroll" ref={scroll}>
        <div
          class="log"
          role="log"
          aria-live={recent.isGrowing ? 'off' : 'polite'}
          aria-label={t('对话')}
          aria-busy={isLoading.value}
        >
          {recent.from > 0 && (
            <button
              type="button"
              class="button earlier"
              onClick={() => {
                view.stay();
                recent.more();
              }}
            >
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
      <News onPress={view.toEnd} />
    </div>
  );
}
