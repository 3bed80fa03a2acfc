import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePrograms } from '@egoi-client/compiled-programs';
import { isWireObject, type Loss, type MethodName, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { readRecordLine } from '@egoi-client/gateway';
import { lossesOf } from '@egoi-client/transport-v3';
import {
  type Command,
  lastLines,
  runProgram,
  type StartedServer,
  startServer,
} from './child-process.ts';
import { type ForeignClient, runAt } from './foreign-clients.ts';
import { type ScriptOutcome, scriptMethods } from './legacy-script.ts';
import { meet } from './meet.ts';
import type { FoundProgram } from './programs.ts';
import { differences, leave, type V3Outcome, wrongInRefusal } from './through-v3.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const main = join(root, 'packages/cli/src/main.ts');

/** The same as in an endpoint's address. */
const files = {
  soap: 'soap.php',
  'soap-universal': 'soap_any.php',
  xmlrpc: 'xmlrpc.php',
  rest: 'rest.php',
} as const;

/** Imports are done when they are answered, so that the script finds its contacts. */
export const waiting = ['--v3', 'imports=wait', '--v3', 'importPollMs=10'];

/**
 * Runs one legacy script as its owner would: three processes, the sandbox, `egoi gateway` over API v3 in
 * front of it, and the program. It must get the same as from a sandbox that it calls itself, but for the
 * losses that the gateway has recorded; and where nobody has allowed a loss, why its call is refused.
 */
export async function tryThroughCommand(client: ForeignClient): Promise<V3Outcome> {
  const lost = new Set<string>();
  const outcome = await meet(client, async (_, program) => {
    const [overV2, { got, told }, { got: unallowed }] = await Promise.all([
      withSandbox((sandbox) => runAt(client, program, addressIn(sandbox, client))),
      runThroughCommand(client, program, [...waiting, '--allow-loss', leave]),
      runThroughCommand(client, program, waiting),
    ]);
    return [...differences(steady(overV2), steady(got), told, lost), ...wrongInRefusal(unallowed)];
  });
  return { ...outcome, lost: [...lost] };
}

async function runThroughCommand(
  client: ForeignClient,
  program: FoundProgram,
  words: readonly string[],
) {
  const folder = mkdtempSync(join(tmpdir(), 'egoi-interop-'));
  const record = join(folder, 'calls.record');
  try {
    const got = await withSandbox(async (sandbox) => {
      const behind = ['--endpoint', sandbox.address, '--record', record];
      const gateway = await startEgoi('gateway', ...behind, ...words);
      try {
        return await runAt(client, program, addressIn(gateway, client));
      } finally {
        await gateway.stop('SIGTERM');
      }
    });
    return { got, told: toldIn(readFileSync(record, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withSandbox<Result>(
  use: (sandbox: StartedServer) => Promise<Result>,
): Promise<Result> {
  const sandbox = await startEgoi('sandbox');
  try {
    return await use(sandbox);
  } finally {
    await sandbox.stop('SIGTERM');
  }
}

/** The address of a client's wire at a sandbox or a gateway. */
export function addressIn({ address }: StartedServer, { wire }: ForeignClient): string {
  return `${address}v2/${files[wire]}`;
}

/** Starts `egoi` with a command that serves, at any free port. */
export async function startEgoi(...words: readonly string[]): Promise<StartedServer> {
  const command: Command = {
    program: process.execPath,
    args: [await compiledCommand(), ...words, '--port', '0', '--json'],
  };
  return startServer(command, 60_000);
}

/**
 * Runs a command of `egoi` to its end.
 *
 * @returns what it printed
 * @throws Error for one that fails
 */
export async function runEgoi(...words: readonly string[]): Promise<string> {
  const args = [await compiledCommand(), ...words];
  const { ok, stdout, stderr } = await runProgram({ program: process.execPath, args }, 60_000);
  if (!ok) throw new Error(`egoi ${words.join(' ')} failed: ${lastLines(stderr)}`);
  return stdout;
}

let compiled: Promise<string> | undefined;

/** Compiled once: each client needs five of its processes. */
function compiledCommand(): Promise<string> {
  compiled ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'egoi-command-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await compilePrograms([main], root, folder);
    return join(folder, 'packages/cli/src/main.mjs');
  })();
  return compiled;
}

/** What the calls of each step lost, as far as a record says it: by the method. */
function toldIn(record: string): readonly (readonly Loss[])[] {
  const recorded = new Set<string>();
  for (const text of record.split('\n')) {
    const line = readRecordLine(text);
    if (typeof line === 'object') for (const loss of line.losses) recorded.add(loss);
  }
  return scriptMethods.map(([, method]) =>
    lossesOf(method as MethodName).filter(({ name }) => recorded.has(`${method}.${name}`)),
  );
}

/** Without what is another in each sandbox: moments, and the references that it makes up. */
function steady(outcome: ScriptOutcome): ScriptOutcome {
  return steadyValue({ ...outcome }) as ScriptOutcome;
}

function steadyValue(value: WireValue): WireValue {
  if (typeof value === 'string') {
    return value
      .replaceAll(/\b\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?\b/g, '(moment)')
      .replaceAll(/\b[0-9a-f]{10,40}\b/g, '(reference)');
  }
  if (Array.isArray(value)) return value.map(steadyValue);
  if (!isWireObject(value)) return value;
  const copy = {};
  for (const [name, member] of Object.entries(value)) setMember(copy, name, steadyValue(member));
  return copy;
}
