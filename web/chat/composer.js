import { catchFiles } from './drop.js';
import { pictureTray } from './tray.js';
import { WORDS } from './words.js';

const MOST = 2000;
/** Characters left from which on they are counted aloud. */
const COUNTED = 200;
/** Pixels: four lines and the padding. */
const TALLEST = 110;

/**
 * Where one writes and chooses pictures. Enter sends and Shift+Enter breaks the line; while an input method composes,
 * Enter is its own.
 */
export function composer(form, { send }) {
  const field = form.querySelector('textarea');
  const button = form.querySelector('.send');
  const hint = form.querySelector('.hint');
  const tray = pictureTray(form, {
    onChange(words, bad) {
      refresh();
      if (hint.dataset.tone !== 'bad') tell(words, bad);
    },
  });

  field.addEventListener('input', refresh);
  field.addEventListener('keydown', (event) => {
    // Safari ends the composition before this key arrives, and marks it only by the old key code.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  catchFiles(form, tray.add);
  // Browsers bring the text back on reload without telling.
  refresh();

  return { focus: () => field.focus() };

  function submit() {
    if (button.disabled) return;
    send(field.value.trim(), tray.take());
    field.value = '';
    refresh();
  }

  function refresh() {
    const left = MOST - [...field.value.trim()].length;
    button.disabled = (field.value.trim() === '' && tray.size === 0) || left < 0;
    tell(left < 0 ? WORDS.over(-left) : left <= COUNTED ? WORDS.left(left) : '', left < 0);
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
  }

  function tell(words, bad) {
    hint.textContent = words;
    hint.dataset.tone = bad ? 'bad' : '';
  }
}
