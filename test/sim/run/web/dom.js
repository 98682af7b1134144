/** An element with its properties and what is in it. */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  const { dataset, ...rest } = props;
  Object.assign(made, rest);
  Object.assign(made.dataset, dataset ?? {});
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

/** Puts children in only where they are not the same already, so that focus and selection stay. */
export function fill(place, key, make) {
  const now = JSON.stringify(key);
  if (place.dataset.key === now) return false;
  place.dataset.key = now;
  place.replaceChildren(...make());
  return true;
}

/** Addresses in a text as links, `<a href>` as WeChat has it, too. */
export function linked(text) {
  const found = /<a\s[^>]*?href=["']([^"']+)["'][^>]*>(.*?)<\/a>|(https?:\/\/[\w\-./?%&=+#:;~,@!]+)/gis;
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(found)) {
    const [all, href, words, bare] = match;
    parts.push(text.slice(at, match.index), link(href ?? bare, words ?? bare));
    at = match.index + all.length;
  }
  return [...parts, text.slice(at)];
}

export function link(href, words) {
  if (!/^https?:/i.test(href)) return words;
  return el('a', { href, target: '_blank', rel: 'noreferrer', textContent: words });
}
