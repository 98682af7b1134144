/** Tells the other tabs of this browser, and hears of them. */
export interface Wire {
  tell(note: object): void;
  close(): void;
}

/** Over a BroadcastChannel; where there is none (Safari before 15.4), over the events of localStorage. */
export function openWire(name: string, heard: (note: unknown) => void): Wire {
  const channel = openChannel(name);
  if (channel) {
    channel.onmessage = ({ data }) => heard(data);
    return { tell: (note) => channel.postMessage(note), close: () => channel.close() };
  }
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === name && newValue !== null) heard(JSON.parse(newValue));
  };
  addEventListener('storage', onStorage);
  return {
    tell(note) {
      try {
        localStorage.setItem(name, JSON.stringify(note));
        localStorage.removeItem(name);
      } catch {
        // Without storage every tab is on its own.
      }
    },
    close: () => removeEventListener('storage', onStorage),
  };
}

/** Undefined also where the browser forbids it, as it does storage. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
