import { element, icon } from './element.js';
import { save } from './save.js';
import { thumbnail } from './thumbnail.js';
import { WORDS } from './words.js';

/** Types that the service gives as pictures; everything else is only saved. */
const SHOWN = /^image\/(jpeg|png|gif)$/;

/** The files of a line, each with its picture, where it is one, and a button that saves it. `load(id)` fetches one. */
export function filesNode(files, load) {
  return element('ul', { class: 'files' }, ...files.map((file) => fileNode(file, load)));
}

function fileNode({ id, name, type, size }, load) {
  let coming;
  /** Fetched once; again only where it did not come. */
  const fetched = async () => {
    coming ??= load(id);
    const got = await coming;
    if (!got.ok) coming = undefined;
    return got;
  };
  const trouble = element('p', { class: 'trouble', role: 'status' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'get',
      'aria-label': WORDS.saveFile(name, WORDS.size(size)),
      async click() {
        const got = await fetched();
        trouble.textContent = got.ok ? '' : (got.message ?? WORDS.fileFailed);
        if (got.ok) save(got.data, name);
      },
    },
    icon('download'),
    element('span', { class: 'name' }, name),
    element('span', { class: 'quiet short' }, WORDS.size(size)),
  );
  const frame = SHOWN.test(type) && element('div', { class: 'frame' }, icon('picture'));
  if (frame) {
    whenSeen(frame, async () => {
      const got = await fetched();
      if (got.ok) frame.replaceChildren(thumbnail(got.data, name));
      else trouble.textContent = got.message ?? WORDS.fileFailed;
    });
  }
  return element('li', { class: 'file' }, frame, button, trouble);
}

/** A long history would otherwise fetch all of its pictures. */
function whenSeen(node, job) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      job();
    },
    { rootMargin: '200px' },
  );
  observer.observe(node);
}
