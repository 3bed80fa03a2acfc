import { isDeepStrictEqual } from 'node:util';
import { EgoiClient } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { wires } from '@egoi-client/conformance/support/targets';
import { scenario, type Step, type StepMemory } from './scenario.ts';

/** What one transport did in one step. */
interface DemoCell {
  readonly answer: unknown;
  readonly summary: string;
  readonly durationMs: number;
}

/** One transport's way through the scenario, a cell a step. */
interface DemoColumn {
  readonly transport: string;
  readonly cells: readonly DemoCell[];
}

export interface DemoReport {
  readonly steps: readonly string[];
  readonly columns: readonly DemoColumn[];
  /** The titles of the steps in which not all transports gave the strictly equal answer. */
  readonly unequal: readonly string[];
}

/** Runs the scenario through each of the four transports, each on an account of its own behind real HTTP. */
export async function runDemo(
  onStep: (transport: string, step: string) => void,
): Promise<DemoReport> {
  const columns: DemoColumn[] = [];
  for (const wire of wires.filter(({ name }) => name !== 'rest xml')) {
    const account = sandboxTransport({ now: () => new Date('2025-12-02T09:00:00Z') });
    const server = await createGateway(account).listen({ host: '127.0.0.1', port: 0 });
    const transport = await wire.makeTransport(`http://127.0.0.1:${server.port}`);
    const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
    try {
      const memory: StepMemory = { listID: 0, tag: 0, uid: '' };
      const cells: DemoCell[] = [];
      for (const step of scenario) {
        onStep(transport.id, step.title);
        cells.push(await runStep(step, client, memory));
      }
      columns.push({ transport: transport.id, cells });
    } finally {
      await client.close();
      await server.close();
      await account.close?.();
    }
  }
  return {
    steps: scenario.map(({ title }) => title),
    columns,
    unequal: scenario.map(({ title }) => title).filter((_, index) => !isEqualStep(columns, index)),
  };
}

async function runStep(step: Step, client: EgoiClient, memory: StepMemory): Promise<DemoCell> {
  const startedMs = performance.now();
  const answer = await step.run(client, memory);
  const durationMs = performance.now() - startedMs;
  return { answer, summary: step.summarise(answer as never), durationMs };
}

function isEqualStep(columns: readonly DemoColumn[], index: number): boolean {
  const [first, ...others] = columns.map(({ cells }) => cells[index]?.answer);
  return others.every((answer) => isDeepStrictEqual(answer, first));
}

/** The report as a table: a row a step, a column a transport. */
export function formatDemo({ steps, columns, unequal }: DemoReport): string {
  const header = ['', ...columns.map(({ transport }) => transport)];
  const rows = steps.map((title, index) => [
    title,
    ...columns.map(({ cells }) => formatCell(cells[index])),
  ]);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const verdict =
    unequal.length === 0
      ? `All ${columns.length} transports gave strictly equal answers in all ${steps.length} steps.`
      : `The answers differ in: ${unequal.join(', ')}.`;
  return `${lines.join('\n')}\n\n${verdict}`;
}

function formatCell(cell: DemoCell | undefined): string {
  return cell === undefined ? '' : `${cell.durationMs.toFixed(0).padStart(4)} ms  ${cell.summary}`;
}
