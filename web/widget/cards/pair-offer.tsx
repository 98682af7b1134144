import { signal } from '@preact/signals';
import { t } from '../../shared/t.ts';
import type { Line } from '../api/types.ts';
import { useDesk } from '../desk.ts';
import { openChooser } from '../pictures/open-chooser.ts';
import { Icon } from '../view/icon.tsx';

const KEY = 'beian-one-side';

/** The conversations in which the other side is not wanted; kept until the tab is closed. */
const unwanted = signal<readonly string[]>(read());

/** Of an identity card one side came: offers to go on with the other. */
export function PairOffer() {
  const { talk } = useDesk();
  const id = talk.sessions.current?.talk ?? '';
  const missing = missingSide(talk.lines.value);
  if (!missing || talk.state.value.state !== 'bot' || unwanted.value.includes(id)) return null;
  return (
    <div class="pair-offer">
      <p>{missing === 'id-back' ? t('还差反面，接着发') : t('还差正面，接着发')}</p>
      <button type="button" class="button button-soft" onClick={({ currentTarget }) => openChooser(currentTarget)}>
        <Icon name="camera" />
        {missing === 'id-back' ? t('发反面') : t('发正面')}
      </button>
      <button type="button" class="button" onClick={() => decline(id)}>
        {t('先不发')}
      </button>
    </div>
  );
}

/** The side of an identity card that did not come in this conversation, where the other one did. */
function missingSide(lines: readonly Line[]): 'id-front' | 'id-back' | undefined {
  const came = lines.flatMap(({ outcome }) => outcome?.pictures.map(({ document }) => document) ?? []);
  const [front, back] = [came.includes('id-front'), came.includes('id-back')];
  if (front === back) return undefined;
  return front ? 'id-back' : 'id-front';
}

function decline(id: string): void {
  unwanted.value = [...unwanted.value, id];
  try {
    sessionStorage.setItem(KEY, JSON.stringify(unwanted.value));
  } catch {
    // Without storage it holds for the page.
  }
}

function read(): readonly string[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
