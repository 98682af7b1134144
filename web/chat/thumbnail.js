import { element, icon } from './element.js';

/**
 * A small picture of what a person chose or the service sent. One that this browser cannot show (HEIC, PDF) becomes a
 * sign for a picture. `alt` is read aloud; empty where something else says it.
 */
export function thumbnail(blob, alt) {
  const address = URL.createObjectURL(blob);
  const image = element('img', { src: address, alt, decoding: 'async', draggable: 'false' });
  const frame = element('span', { class: 'thumb' }, image);
  // Once it is there, or never will be, the address has done its work.
  image.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
  image.addEventListener(
    'error',
    () => {
      URL.revokeObjectURL(address);
      frame.replaceChildren(icon('picture'), element('span', { class: 'aside' }, alt));
    },
    { once: true },
  );
  return frame;
}
