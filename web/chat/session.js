import { call } from './api.js';

const KEY = 'beian-talk';

/**
 * Which talk this browser is in: `{ talk, token }`, kept in localStorage so that a reload and other tabs go on with it.
 * Where storage is forbidden it lives as long as the page. `onOpen` hears of a talk opened here, `onElsewhere` of one
 * opened or ended by another tab.
 */
export function createSession({ onOpen, onElsewhere }) {
  let current = read();
  let opening;

  addEventListener('storage', ({ key }) => {
    const next = read();
    if ((key !== KEY && key !== null) || next?.talk === current?.talk) return;
    current = next;
    onElsewhere(next);
  });

  return {
    get current() {
      return current;
    },

    /** The talk, opened now if there is none; `{ ok, data }` or `{ ok: false, … }` as the call gave it. */
    ensure() {
      if (current) return Promise.resolve({ ok: true, data: current });
      opening ??= open().finally(() => {
        opening = undefined;
      });
      return opening;
    },

    forget() {
      current = undefined;
      write(undefined);
    },
  };

  async function open() {
    const opened = await call('talks', { method: 'POST' });
    if (!opened.ok) return opened;
    const { talk, token } = opened.data;
    current = { talk, token };
    write(current);
    onOpen(current);
    call(`talks/${talk}/context`, { method: 'POST', token, body: context() });
    return { ok: true, data: current };
  }
}

function context() {
  const { userAgentData, platform, connection, language } = navigator;
  const device = {
    os: String(userAgentData?.platform || platform || ''),
    touch: matchMedia('(pointer: coarse)').matches,
    connection: String(connection?.type ?? connection?.effectiveType ?? ''),
  };
  return { page: location.href, device, locale: language };
}

function read() {
  try {
    const { talk, token } = JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? {};
    return typeof talk === 'string' && typeof token === 'string' ? { talk, token } : undefined;
  } catch {
    return undefined;
  }
}

function write(session) {
  try {
    if (session) localStorage.setItem(KEY, JSON.stringify(session));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden or full: the talk then ends with the page.
  }
}
