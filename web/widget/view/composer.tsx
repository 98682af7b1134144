import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { ConsentSheet } from '../cards/consent-sheet.tsx';
import { useDesk } from '../desk.ts';
import { consented } from '../pictures/consented.ts';
import { Tray } from '../pictures/tray.tsx';
import { Icon } from './icon.tsx';
import { useDrops } from './use-drops.ts';
import { useTellTyping } from './use-tell-typing.ts';

const MOST = 2_000;
/** Characters left from which on they are counted. */
const COUNTED = 200;

/** Where one writes and chooses pictures. Enter sends, Shift+Enter breaks the line, and an input method keeps its own. */
export function Composer() {
  const { talk, draft, tray, options, isElder } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const isOver = useDrops(form, options.value.mode === 'page', tray.add);
  const isHeld = useRef(false);
  const tellTyping = useTellTyping();
  /** Pictures wait until it is known whether they may go: for the service, or for the person. */
  const [consent, setConsent] = useState<'given' | 'looking' | 'asking'>('given');
  const text = draft.value.trim();
  const left = MOST - [...text].length;
  const canSend = (text !== '' || tray.files.value.length > 0) && left >= 0 && consent !== 'looking';
  const hint =
    left < 0
      ? t('超出 {count} 个字，请删减或分成几条发送', { count: -left })
      : left <= COUNTED
        ? t('还可以写 {count} 个字', { count: left })
        : tray.problem.value || chosen(tray.files.value.length);

  // biome-ignore lint/correctness/useExhaustiveDependencies: as tall as what is written; the styles say how tall at most.
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [draft.value, isElder.value]);

  const submit = (): void => {
    // As it is now: a key may come before what was typed or chosen last is drawn.
    const now = draft.value.trim();
    if ((now === '' && tray.files.value.length === 0) || [...now].length > MOST || isHeld.current) return;
    if (tray.files.value.length === 0) {
      send(false);
      return;
    }
    hold('looking');
    void consented(talk).then((known) => (known ? send(true) : hold('asking')));
  };
  const hold = (why: typeof consent): void => {
    isHeld.current = why !== 'given';
    setConsent(why);
  };
  const send = (consents: boolean): void => {
    hold('given');
    talk.send(draft.value.trim(), tray.take(), consents);
    draft.value = '';
  };
  const answer = (agrees: boolean): void => {
    if (agrees) {
      send(true);
      return;
    }
    hold('given');
    tray.take();
    tray.tell(t('好的，图片没有发出。您可以用文字说说页面上的提示。'));
  };
  return (
    <form
      ref={form}
      class={isOver ? 'composer composer-over' : 'composer'}
      aria-label={t('发消息')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onPaste={(event) => {
        const files = picturesOf(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        tray.add(files);
      }}
    >
      <Tray />
      <div class="field">
        <button type="button" class="add" aria-label={t('添加图片')} onClick={() => chooser.current?.click()}>
          <Icon name="picture" />
        </button>
        <input
          ref={chooser}
          type="file"
          accept="image/*"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // Or the same picture could not be chosen twice in a row.
            currentTarget.value = '';
            tray.add(files);
          }}
        />
        <textarea
          ref={field}
          rows={1}
          value={draft.value}
          aria-label={t('说说遇到的问题')}
          placeholder={t('说说遇到的问题')}
          autocomplete="off"
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value;
            tellTyping();
          }}
          onKeyDown={(event) => {
            // Safari ends the composition before this key arrives, and marks it only by the old key code.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            submit();
          }}
        />
        <button type="submit" class="send" aria-label={t('发送')} disabled={!canSend}>
          <Icon name="send" />
        </button>
      </div>
      <p class={left < 0 || tray.problem.value !== '' ? 'hint hint-bad' : 'hint'} role="status">
        {hint}
      </p>
      {consent === 'asking' && (
        <ConsentSheet files={tray.files.value} onAnswer={answer} onClose={() => hold('given')} />
      )}
    </form>
  );
}

/** What comes from a text processor has a picture of itself beside its words: then the words are meant. */
function picturesOf(pasted: DataTransfer | null): readonly File[] {
  if (!pasted || (pasted.types.includes('text/plain') && pasted.types.includes('text/html'))) return [];
  return [...pasted.files];
}

function chosen(count: number): string {
  return count === 0 ? '' : t('已选 {count} 张图片，可以写上问题，也可以直接发送', { count });
}
