/** What only one of all tabs does: it makes the sounds, it shows the notifications. */
export type Role = 'sound' | 'desktop';

/** Milliseconds for which a tab leads after it was last asked, where the browser has no locks. */
const LEASE = 10_000;
const TAB = `${Date.now()} ${Math.random()}`;

const leading = new Set<Role>();

/** Stands for a role: the first tab has it, and the next one when that closes. Returns how to stop. */
export function lead(role: Role): () => void {
  // Missing where the page comes over plain HTTP.
  if (!navigator.locks) return () => {};
  const over = new AbortController();
  let end = (): void => {};
  navigator.locks
    .request(nameOf(role), { signal: over.signal }, () => {
      leading.add(role);
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    })
    .catch(() => {
      // Stopped before it was its turn.
    });
  return () => {
    leading.delete(role);
    over.abort();
    end();
  };
}

export function leads(role: Role): boolean {
  return navigator.locks ? leading.has(role) : takeLease(nameOf(role));
}

/** Without locks: whoever did it last goes on, until nothing was heard of it for a while. */
function takeLease(name: string): boolean {
  const [tab, until] = (localStorage.getItem(name) ?? '').split('|');
  if (tab !== TAB && Number(until) > Date.now()) return false;
  localStorage.setItem(name, `${TAB}|${Date.now() + LEASE}`);
  return true;
}

function nameOf(role: Role): string {
  return `beian-console:lead:${role}`;
}
