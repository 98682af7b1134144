/**
 * Marks the choice that a person's words picked, in the newest group that offers it. All of a group's buttons are used
 * with one; of the topics at the beginning only the one pressed, so that the others can still be asked.
 */
export function markChoice(log, text) {
  const groups = [...log.querySelectorAll('.picks')].reverse();
  for (const group of groups) {
    const picked = [...group.querySelectorAll('.pick:enabled')].find((button) => button.textContent === text);
    if (!picked) continue;
    picked.setAttribute('aria-pressed', 'true');
    picked.querySelector('use').setAttribute('href', '#icon-check');
    const used = group.closest('.welcome') ? [picked] : group.querySelectorAll('.pick');
    for (const button of used) button.disabled = true;
    return;
  }
}
