import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What to say to one command: a reply line, or SILENCE, or DROP to end the connection. */
type Answer = string;

export interface Exchange {
  /** `GREETING`, the command line as sent, or `.` for the end of DATA. */
  command: string;
  /** Counts from 1. */
  connection: number;
}

export interface ScriptedServer {
  url(credentials?: string, query?: string): string;
  /** In the order of arrival, over all connections. */
  exchanges: Exchange[];
  connections(): number;
  openConnections(): number;
  /** Ends every connection from the server's side, as a server does with idle clients. */
  endAll(): void;
  /** Says something that no command asked for. */
  sayToAll(line: string): void;
  /** Resolves when the clients have closed all connections but `left`. */
  untilOpen(left: number): Promise<void>;
  close(): Promise<void>;
}

const usual = (command: string): Answer => {
  if (command === 'GREETING') return '220 scripted';
  if (command === '.') return '250 OK';
  if (/^DATA$/i.test(command)) return '354 go on';
  if (/^QUIT/i.test(command)) return '221 bye';
  return '250 OK';
};

/** An SMTP server on a bare socket, for behaviour that no proper server shows. What `script` leaves open is answered as usual. */
export async function startScriptedServer(
  script: (exchange: Exchange) => Answer | undefined = () => undefined,
): Promise<ScriptedServer> {
  const exchanges: Exchange[] = [];
  const open = new Set<Socket>();
  const watchers = new Set<() => void>();
  let connections = 0;

  const server = createServer((socket) => {
    const connection = ++connections;
    let received = '';
    let inData = false;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      for (const watch of watchers) watch();
    });

    const answer = (command: string) => {
      const exchange = { command, connection };
      exchanges.push(exchange);
      const reply = script(exchange) ?? usual(command);
      if (reply === 'SILENCE') return;
      if (reply === 'DROP') return void socket.destroy();
      inData = reply.startsWith('354');
      socket.write(`${reply}\r\n`);
    };

    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      for (let next = nextCommand(); next !== undefined; next = nextCommand()) answer(next);
    });
    const nextCommand = (): string | undefined => {
      const end = inData ? '\r\n.\r\n' : '\r\n';
      const at = received.indexOf(end);
      if (at < 0) return undefined;
      const line = received.slice(0, at);
      received = received.slice(at + end.length);
      return inData ? '.' : line;
    };
    answer('GREETING');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: (credentials = '', query = '') => `smtp://${credentials && `${credentials}@`}127.0.0.1:${port}${query}`,
    exchanges,
    connections: () => connections,
    openConnections: () => open.size,
    endAll: () => open.forEach((socket) => socket.end()),
    sayToAll: (line) => open.forEach((socket) => socket.write(`${line}\r\n`)),
    untilOpen: (left) =>
      new Promise((resolve) => {
        const watch = () => {
          if (open.size > left) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        open.forEach((socket) => socket.destroy());
      }),
  };
}
