import { element, icon } from './element.js';
import { thumbnail } from './thumbnail.js';
import { WORDS } from './words.js';

const MOST = 4;
/** Bytes of one picture that the service takes. */
const LARGEST = 20 * 1024 * 1024;
/** What systems without a type for them give these names. */
const NAMES = /\.(heic|heif|jpe?g|png|gif|webp|bmp|pdf)$/i;

/**
 * The pictures chosen for the next message, each with a button that takes it away again. `onChange(words, bad)` hears
 * of every change, with what is to be said about it.
 */
export function pictureTray(form, { onChange }) {
  const list = form.querySelector('.tray');
  const button = form.querySelector('.add');
  const input = form.querySelector('[type="file"]');
  let chosen = [];

  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const files = [...input.files];
    // Or the same picture could not be chosen twice in a row.
    input.value = '';
    add(files);
  });

  return {
    add,
    get size() {
      return chosen.length;
    },
    /** All of them, which are no longer in the tray then. */
    take() {
      const taken = chosen.map(({ file }) => file);
      chosen = [];
      show();
      return taken;
    },
  };

  function add(files) {
    const refused = [];
    for (const file of files) {
      const why = unfit(file);
      if (why) refused.push(why);
      else chosen.push({ file, node: itemOf(file) });
    }
    show();
    onChange(refused[0] ?? WORDS.chosen(chosen.length), refused.length > 0);
  }

  function unfit({ name, type, size }) {
    if (!/^(image\/|application\/pdf$)/.test(type) && !NAMES.test(name)) return WORDS.noPicture(name);
    if (size > LARGEST) return WORDS.tooLarge(name);
    return chosen.length === MOST && WORDS.tooMany(MOST);
  }

  function itemOf(file) {
    const remove = () => {
      const at = chosen.findIndex((one) => one.file === file);
      chosen.splice(at, 1);
      show();
      onChange(WORDS.chosen(chosen.length), false);
      (list.children[Math.min(at, chosen.length - 1)]?.querySelector('button') ?? button).focus();
    };
    return element(
      'li',
      { class: 'chosen' },
      thumbnail(file, file.name),
      element(
        'button',
        { type: 'button', class: 'remove', 'aria-label': WORDS.remove(file.name), click: remove },
        icon('close'),
      ),
    );
  }

  function show() {
    list.replaceChildren(...chosen.map(({ node }) => node));
    list.hidden = chosen.length === 0;
  }
}
