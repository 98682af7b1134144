import WebSocket from 'ws';

/** A command's result as the browser gives it; the caller says what is in it. */
export type Result = Readonly<Record<string, unknown>>;

/** A WebDriver BiDi session: https://www.w3.org/TR/webdriver-bidi/ */
export interface Bidi {
  /** Rejects with the browser's own words where it refuses. */
  send<T extends object = Result>(method: string, params?: object): Promise<T>;
  on(event: string, heard: (params: Result) => void): void;
  close(): void;
}

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** Opens a session at the address that a browser listens at (`ws://127.0.0.1:1234`). */
export async function openBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, Waiting>();
  const listeners: { readonly event: string; readonly heard: (params: Result) => void }[] = [];
  let last = 0;

  socket.on('message', (data) => {
    const told = JSON.parse(String(data));
    if (told.type === 'event') {
      for (const { event, heard } of listeners) if (event === told.method) heard(told.params);
      return;
    }
    const asked = waiting.get(told.id);
    waiting.delete(told.id);
    if (told.type === 'success') asked?.resolve(told.result as never);
    else asked?.reject(new Error(`${told.error}: ${told.message}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has closed the session'));
    waiting.clear();
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

  const send = <T extends object>(method: string, params: object = {}): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await send('session.new', { capabilities: {} });
  return {
    send,
    on: (event, heard) => void listeners.push({ event, heard }),
    close: () => socket.close(),
  };
}
