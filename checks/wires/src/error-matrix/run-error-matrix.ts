import {
  EgoiApiError,
  EgoiClient,
  type EgoiErrorCode,
  errorTable,
  findMethod,
  type Transport,
  type TransportRequest,
} from '@egoi-client/core';
import { apiErrorIn, type Credentials, errorContext, Secret } from '@egoi-client/core/wire';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { accountsInTurn } from '@egoi-client/conformance/support/accounts-in-turn';
import { connectInMemory, type Wire, wires } from '@egoi-client/conformance/support/targets';
import type { Provocation, ProvokedAccount } from './provocation.ts';
import { provocations } from './provocations.ts';

/** The wires of the matrix: every protocol once, REST in its default format. */
export const matrixWires = wires.filter(({ name }) => name !== 'rest xml');

/** What one code came to on one wire: `''`, or what was wrong. */
type Cell = string;

/** One code on every wire. */
export interface ErrorRow {
  readonly code: EgoiErrorCode;
  readonly by: Provocation['by'];
  readonly isDocumented: boolean;
  /** By the name of the wire. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Provokes every code of the table on a fresh account behind each wire. */
export async function runErrorMatrix(): Promise<ErrorRow[]> {
  const codes = Object.keys(errorTable) as EgoiErrorCode[];
  const columns = await Promise.all(matrixWires.map((wire) => provokeEach(wire, codes)));
  return codes.map((code, index) => ({
    code,
    by: provocations[code].by,
    isDocumented: errorTable[code].source === 'documentation',
    cells: Object.fromEntries(
      matrixWires.map(({ name }, column) => [name, columns[column]?.[index] ?? 'not provoked']),
    ),
  }));
}

async function provokeEach(wire: Wire, codes: readonly EgoiErrorCode[]): Promise<Cell[]> {
  const connected = await connect(wire);
  const cells: Cell[] = [];
  for (const code of codes) {
    const provocation = provocations[code];
    cells.push(problemOf(await connected.provoke(provocation), code, provocation));
  }
  await connected.close();
  return cells;
}

/** Runs a provocation on a fresh account behind a wire, without sockets. @returns what the call rejected with */
export async function provoke(wireName: string, provocation: Provocation): Promise<unknown> {
  const wire = matrixWires.find(({ name }) => name === wireName);
  if (wire === undefined) throw new Error(`there is no wire '${wireName}'`);
  const connected = await connect(wire);
  const error = await connected.provoke(provocation);
  await connected.close();
  return error;
}

const someDay = () => new Date('2025-06-01T12:00:00Z');

/** A wire in front of the accounts of one provocation after another. */
async function connect(wire: Wire) {
  const accounts = accountsInTurn('sandbox');
  const target = await connectInMemory(wire, accounts);
  const { transport } = target;
  return {
    async provoke(provocation: Provocation): Promise<unknown> {
      const sandbox = sandboxTransport({ now: someDay, ...provocation.options });
      await accounts.goOnWith(sandbox);
      const account: ProvokedAccount = {
        client: new EgoiClient({ apiKey: sandboxApiKey, transport }),
        clientWith: (credentials) => new EgoiClient({ ...credentials, transport }),
        unchecked: (method, params, credentials = { apiKey: new Secret(sandboxApiKey) }) =>
          uncheckedCall(transport, method, params, credentials),
        sandbox,
      };
      try {
        await provocation.run(account);
        return undefined;
      } catch (error) {
        return error;
      }
    },
    close: () => target.close(),
  };
}

async function uncheckedCall(
  transport: Transport,
  method: string,
  params: TransportRequest['params'],
  credentials: Credentials,
): Promise<unknown> {
  const spec = findMethod(method);
  const { signal } = new AbortController();
  const request = { method, spec, params, credentials, signal, callId: 'unchecked', attempt: 1 };
  const { value } = await transport.call(request);
  const result = spec?.formFor(params).result;
  const error = apiErrorIn(value, result, errorContext(request, transport.id));
  if (error !== undefined) throw error;
  return value;
}

function problemOf(outcome: unknown, code: EgoiErrorCode, { fieldId }: Provocation): Cell {
  if (outcome === undefined) return 'no error';
  if (!(outcome instanceof Error)) return typeof outcome;
  if (!(outcome instanceof EgoiApiError)) return `${outcome.name}: ${outcome.message}`;
  const wireCode = fieldId === undefined ? code : code.replace(/_XX?_/, `_${fieldId}_`);
  const { description } = errorTable[code];
  const expected = { code, wireCode, description, fieldId, delivery: 'answered' } as const;
  const wrong = (Object.keys(expected) as (keyof typeof expected)[]).filter(
    (name) => outcome[name] !== expected[name],
  );
  return wrong.map((name) => `${name} ${String(outcome[name])}`).join(', ');
}

/** The matrix as text: a row a code, a column a wire; what went wrong follows, and the counts come last. */
export function formatErrorMatrix(rows: readonly ErrorRow[]): string {
  const names = matrixWires.map(({ name }) => name);
  const width = Math.max(...rows.map(({ code }) => code.length));
  const lines = [`${'code'.padEnd(width)}  by     ${names.join('  ')}`];
  for (const { code, by, cells } of rows) {
    const marks = names.map((name) => (cells[name] === '' ? '=' : '≠').padEnd(name.length));
    lines.push(`${code.padEnd(width)}  ${by.padEnd(5)}  ${marks.join('  ')}`.trimEnd());
  }
  for (const { code, cells } of rows) {
    for (const [name, problem] of Object.entries(cells)) {
      if (problem !== '') lines.push(`${code} over ${name}: ${problem}`);
    }
  }
  const documented = countCells(rows.filter(({ isDocumented }) => isDocumented));
  const all = countCells(rows);
  lines.push(`documented: ${documented.right} of ${documented.cells}`);
  lines.push(`errors: ${all.right} of ${all.cells}`);
  return lines.join('\n');
}

/** How many cells rows have, and how many of them are right. */
export function countCells(rows: readonly ErrorRow[]): { cells: number; right: number } {
  const cells = rows.flatMap((row) => Object.values(row.cells));
  return { cells: cells.length, right: cells.filter((problem) => problem === '').length };
}
