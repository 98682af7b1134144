import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../free-port.ts';

/** What stands before a server and lets its clients through, or not. */
export interface Gate {
  /** The server's own address, by way of here. */
  readonly url: string;
  /** Cuts all connections, and refuses new ones. */
  shut(): Promise<void>;
  /** Keeps the connections, and lets nothing through for now. */
  hold(): void;
  /** Lets through what was held, and new connections. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** A gate that is open, before whatever listens at an address. */
export async function gateBefore(address: string): Promise<Gate> {
  const [target, url] = [new URL(address), new URL(address)];
  const port = await freePort();
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const sockets = new Set<Socket>();
  let isHeld = false;
  const passOn = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (bytes) => to.write(bytes));
    from.on('error', () => {});
    from.once('close', () => {
      sockets.delete(from);
      to.destroy();
    });
    if (isHeld) from.pause();
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    passOn(client, upstream);
    passOn(upstream, client);
  });
  const shut = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  const open = async (): Promise<void> => {
    isHeld = false;
    for (const socket of sockets) socket.resume();
    if (server.listening) return;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await open();
  return {
    url: url.href,
    ...{ shut, open },
    hold() {
      isHeld = true;
      for (const socket of sockets) socket.pause();
    },
    close: shut,
  };
}
