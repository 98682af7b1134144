import { written } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Icon } from './icon.tsx';

interface ChoicesProps {
  readonly texts: readonly string[];
  /** Those that were taken. */
  readonly used: ReadonlySet<string>;
  /** Nothing can be chosen any more. */
  readonly isLocked: boolean;
}

/** Answers of one press: as wide as the finger likes, the taken one marked. What is sent is what the service offered. */
export function Choices({ texts, used, isLocked }: ChoicesProps) {
  const { talk } = useDesk();
  return (
    <div class="picks">
      {texts.map((text) => {
        const isUsed = used.has(text);
        return (
          <button
            key={text}
            type="button"
            class="pick"
            disabled={isLocked || isUsed}
            aria-pressed={isUsed ? true : undefined}
            onClick={(event) => {
              talk.send(text);
              // Its button is used up: without a place the keyboard would start at the top of the page.
              const root = event.currentTarget.getRootNode() as ShadowRoot;
              if (event.detail === 0) root.querySelector<HTMLElement>('textarea')?.focus();
            }}
          >
            <span>{written(text)}</span>
            <Icon name={isUsed ? 'check' : 'right'} />
          </button>
        );
      })}
    </div>
  );
}
