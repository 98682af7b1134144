import { WORDS } from './words.js';

const MOST = 2000;
/** Characters left from which on they are counted aloud. */
const COUNTED = 200;
/** Pixels: four lines and the padding. */
const TALLEST = 110;

/** Where one writes. Enter sends and Shift+Enter breaks the line; while an input method composes, Enter is its own. */
export function composer(form, { send }) {
  const field = form.querySelector('textarea');
  const button = form.querySelector('.send');
  const hint = form.querySelector('.hint');

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
  form.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData.files.length > 0) refusePicture();
  });
  // A picture dropped beside the field would otherwise replace the page.
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    refusePicture();
  });
  // Browsers bring the text back on reload without telling.
  refresh();

  return { focus: () => field.focus() };

  function submit() {
    if (button.disabled) return;
    send(field.value.trim());
    field.value = '';
    refresh();
  }

  function refusePicture() {
    hint.textContent = WORDS.noPictures;
    hint.dataset.tone = 'bad';
  }

  function refresh() {
    const left = MOST - [...field.value.trim()].length;
    button.disabled = field.value.trim() === '' || left < 0;
    hint.textContent = left < 0 ? WORDS.over(-left) : left <= COUNTED ? WORDS.left(left) : '';
    hint.dataset.tone = left < 0 ? 'bad' : '';
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
  }
}
