import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../shared/t.ts';

/** What came that nobody has seen: the panel is closed, the page hidden, or one reads further up. */
export interface Unread {
  readonly count: ReadonlySignal<number>;
  /** That one has gone further up by hand. */
  readonly isAway: Signal<boolean>;
  /** A line of somebody else came. */
  came(): void;
  /** Gives the page its title back, and hears of it no longer. */
  end(): void;
}

/** Counts it, also in front of the page's title, until it is looked at. */
export function createUnread(isShown: () => boolean): Unread {
  const count = signal(0);
  const isAway = signal(false);
  const isHidden = signal(document.hidden);
  const isSeen = computed(() => isShown() && !isHidden.value && !isAway.value);
  const looked = (): void => {
    isHidden.value = document.hidden;
  };
  document.addEventListener('visibilitychange', looked);
  const stop = effect(() => {
    if (isSeen.value) count.value = 0;
  });
  let mark = '';
  const stopTelling = count.subscribe((next) => {
    const told = next === 0 ? '' : t('（{count} 条新消息）', { count: next });
    if (told === mark) return;
    // The page may have given itself another title meanwhile.
    const { title } = document;
    document.title = told + (title.indexOf(mark) === 0 ? title.slice(mark.length) : title);
    mark = told;
  });
  return {
    count,
    isAway,
    came() {
      if (!isSeen.value) count.value += 1;
    },
    end() {
      stop();
      count.value = 0;
      stopTelling();
      document.removeEventListener('visibilitychange', looked);
    },
  };
}
