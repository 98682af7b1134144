/** A button that opens a few others. `chosen(name)` hears which one was pressed. */
export function menu(root, chosen) {
  const button = root.querySelector('button');
  const list = root.querySelector('.menu');

  button.addEventListener('click', () => open(list.hidden));
  list.addEventListener('click', ({ target }) => {
    const item = target.closest('button');
    if (!item) return;
    open(false);
    button.focus();
    chosen(item.dataset.do);
  });
  root.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const items = [...list.querySelectorAll('button')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const at = items.indexOf(document.activeElement);
      items.at((at < 0 && step < 0 ? step : at + step) % items.length).focus();
    } else if (event.key === 'Escape') {
      open(false);
      button.focus();
    }
  });
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !root.contains(relatedTarget)) open(false);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!root.contains(target)) open(false);
  });

  function open(opened) {
    list.hidden = !opened;
    button.setAttribute('aria-expanded', String(opened));
  }
}
