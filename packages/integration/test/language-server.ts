import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '..', '..', '..');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The compiler as an editor speaks with it. */
export interface LanguageServer {
  /** @returns the result of a request @throws when the server answers an error, or ends */
  request(method: string, params?: unknown): Promise<unknown>;
  notify(method: string, params?: unknown): void;
  /** Ends the server and waits until it is gone. */
  close(): Promise<void>;
}

/** Starts the compiler's language server on this repository, over its standard input and output. */
export async function startLanguageServer(): Promise<LanguageServer> {
  const child = spawn(process.execPath, [compiler, '--lsp', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  const waiting = new Map<
    number | string,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  let received = Buffer.alloc(0);

  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };

  const take = ({ id, method, result, error }: Message) => {
    if (id === undefined) return;
    if (method !== undefined) {
      // What it asks of an editor, such as its settings: there are none.
      send({ id, result: null });
      return;
    }
    const request = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) request?.resolve(result);
    else request?.reject(new Error(JSON.stringify(error)));
  };

  child.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(received.toString('latin1'));
      if (head === null) return;
      const end = head[0].length + Number(head[1]);
      if (received.length < end) return;
      const body = received.subarray(head[0].length, end).toString('utf8');
      received = received.subarray(end);
      take(JSON.parse(body) as Message);
    }
  });
  child.stdin.on('error', () => undefined);
  child.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the language server ended'));
  });

  const server: LanguageServer = {
    request(method, params) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ id, method, params });
      });
    },
    notify: (method, params) => send({ method, params }),
    async close() {
      await server.request('shutdown');
      server.notify('exit');
      child.stdin.end();
      await ended;
    },
  };
  await server.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown'] }, definition: { linkSupport: false } },
    },
  });
  server.notify('initialized', {});
  return server;
}
