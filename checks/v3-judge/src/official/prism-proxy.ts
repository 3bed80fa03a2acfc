import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The last version that says it runs with Node.js 20. */
const prism = '@stoplight/prism-cli@5.14.2';
const fetchTimeoutMs = 300_000;
const startTimeoutMs = 120_000;

/** Prism as a proxy before a server, which judges both sides of each exchange. */
export interface PrismProxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** What Prism says of one exchange. */
export interface PrismComplaints {
  readonly ofRequest: readonly string[];
  readonly ofAnswer: readonly string[];
}

const running = new Set<ChildProcess>();

/** Ends every proxy that is still under way; to be called however the process ends. */
export function killProxies(): void {
  for (const child of running) child.kill('SIGKILL');
}

/**
 * Installs Prism into a folder, unless it is there already: it is too heavy for everybody's install.
 *
 * @returns path of its program
 * @throws Error where it cannot be fetched
 */
export async function fetchPrism(folder: string): Promise<string> {
  const program = join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js');
  if (existsSync(program)) return program;
  await mkdir(dirname(folder), { recursive: true });
  // One that is cut short must not be taken for a whole one.
  const beside = await mkdtemp(`${folder}-`);
  const args = [
    'install',
    '--prefix',
    beside,
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    prism,
  ];
  try {
    await promisify(execFile)('npm', args, { timeout: fetchTimeoutMs });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (existsSync(program)) return program;
    const said = error instanceof Error ? error.message.trim().split('\n').slice(0, 3) : [];
    throw new Error(
      `${prism} cannot be fetched (--without-prism judges without it): ${said.join(' | ')}`,
      { cause: error },
    );
  }
  return program;
}

/**
 * Starts Prism before a server.
 *
 * @param description path of the official description
 * @param upstream base address of the server
 * @throws Error with what it printed, where it does not start
 */
export async function startPrism(
  program: string,
  description: string,
  upstream: string,
): Promise<PrismProxy> {
  const port = await freePort();
  const args = [
    program,
    'proxy',
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    description,
    upstream,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const closed = once(child, 'close').then(() => running.delete(child));
  const timer = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs);
  try {
    await listening(child);
  } finally {
    clearTimeout(timer);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** A port that nobody has now: Prism does not say which one it took where it is given none. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const look = (text: string) => {
      // It prints a line for each exchange as well, which nobody wants.
      if (printed.length < 100_000) printed += text;
      if (printed.includes('Prism is listening')) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', look);
    child.once('error', reject);
    child.once('close', () => reject(new Error(`Prism ended: ${printed.trim().slice(-500)}`)));
  });
}

interface Violation {
  readonly location?: readonly string[];
  readonly message?: string;
}

/** Reads what Prism says of an exchange in the headers of its answer. */
export function prismComplaints(headers: Readonly<Record<string, string>>): PrismComplaints {
  const violations = JSON.parse(headers['sl-violations'] ?? '[]') as readonly Violation[];
  const of = (side: string) =>
    violations
      .filter(({ location = [] }) => location[0] === side)
      .map(({ location = [], message = '' }) => `${location.slice(1).join('.')} ${message}`.trim());
  return { ofRequest: of('request'), ofAnswer: of('response') };
}
