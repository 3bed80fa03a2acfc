import { EgoiClient, EgoiError } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { CommandError } from '../command-error.ts';
import { findApiKey } from '../connection/api-key.ts';
import { findDestination, warnOfReaders } from '../connection/connect.ts';
import { shownCalls } from '../connection/shown-calls.ts';
import { reachOf } from '../connection/transport-for.ts';
import type { ConnectionOptions } from '../connection/connection-options.ts';
import { transportNamed, type WireName, wireNames } from '@egoi-client/transports';
import { type Address, allWireAddresses } from '../connection/wires.ts';
import { table } from '../output/table.ts';
import type { Session } from '../session.ts';
import { type Measurement, measure, type Task } from './measure.ts';

/** What `egoi bench` was given. */
export interface BenchOptions extends ConnectionOptions {
  readonly calls?: number;
  readonly concurrency: number;
  readonly list?: string;
  readonly spend?: boolean;
}

/** A service to measure, with what was started for it. */
interface Target {
  readonly address: Address;
  readonly apiKey: string;
  readonly listID: string | undefined;
  /** What the result says of it. */
  readonly place: string;
  readonly calls: number;
  /** Calls before the measured ones, so that code and connections are warm. */
  readonly warmUp: number;
  close(): Promise<void>;
}

interface BenchRow extends Measurement {
  readonly wire: WireName;
  readonly task: string;
}

const pageSize = 100;

/**
 * Measures the wires: against an embedded sandbox, or, where it is said so, against a service, and there
 * those that are.
 */
export async function runBench(session: Session, options: BenchOptions): Promise<void> {
  const { output, signal } = session;
  const target = await openTarget(session, options);
  const rows: BenchRow[] = [];
  const interceptors = shownCalls(session);
  let absence: EgoiError | undefined;
  try {
    for (const wire of wireNames) {
      const endpoint = allWireAddresses(target.address)[wire];
      const transport = await transportNamed(wire, { endpoint, ...reachOf(options) });
      const client = new EgoiClient({ apiKey: target.apiKey, transport, interceptors });
      try {
        for (const task of tasksFor(target.listID)) {
          output.note(`${wire}: ${task.name}`);
          const { concurrency } = options;
          await measure(client, task, { calls: target.warmUp, concurrency, signal });
          const measured = await measure(client, task, {
            calls: target.calls,
            concurrency,
            signal,
          });
          rows.push({ wire, task: task.name, ...measured });
        }
      } catch (error) {
        if (!isAbsence(error)) throw error;
        output.note(`${wire} is left out: ${error.message}`);
        absence = error;
      } finally {
        await client.close();
      }
    }
  } finally {
    await target.close();
  }
  if (rows.length === 0 && absence !== undefined) throw absence;
  output.result({ concurrency: options.concurrency, rows }, () =>
    textOf(rows, options, target.place),
  );
}

/** Nobody, or a page, where a wire should be. */
function isAbsence(error: unknown): error is EgoiError {
  return error instanceof EgoiError && (error.kind === 'connection' || error.kind === 'http');
}

async function openTarget(session: Session, options: BenchOptions): Promise<Target> {
  if (options.endpoint !== undefined || options.profile !== undefined) {
    return openService(session, options);
  }
  const account = sandboxTransport({ contacts: 1000 });
  const server = await createGateway(account, { v3: account }).listen();
  return {
    address: { text: `http://127.0.0.1:${server.port}`, source: 'the sandbox' },
    apiKey: sandboxApiKey,
    listID: '1',
    place: 'Against an embedded sandbox in the same process: the figures hold both ends.',
    calls: options.calls ?? 300,
    warmUp: 50,
    async close() {
      await server.close();
      await account.close?.();
    },
  };
}

async function openService(session: Session, options: BenchOptions): Promise<Target> {
  const { calls = 5, list, spend } = options;
  const { address, profile } = findDestination(session, options);
  const warmUp = 1;
  const cost = (calls + warmUp) * wireNames.length * tasksFor(list).length;
  if (spend !== true) {
    throw new CommandError(`this would make ${cost} calls; an account has 150 an hour`, [
      'Say that you want it: --spend. Fewer of them: --calls',
    ]);
  }
  const apiKey = await findApiKey(session, profile);
  warnOfReaders(session, allWireAddresses(address).rest);
  session.output.note(`${cost} calls`);
  return {
    address,
    apiKey,
    listID: list,
    place: `Against ${address.text}.`,
    calls,
    warmUp,
    close: async () => undefined,
  };
}

function tasksFor(listID: string | undefined): Task[] {
  const tasks: Task[] = [{ name: 'getCredits', method: 'getCredits', params: {} }];
  if (listID === undefined) return tasks;
  const params = { listID, subscriber: 'all_subscribers', start: 0, limit: pageSize };
  return [...tasks, { name: `${pageSize} contacts`, method: 'subscriberData', params }];
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function textOf(rows: readonly BenchRow[], { concurrency }: BenchOptions, place: string): string {
  const cells = rows.map(({ wire, task, calls, callsPerSecond, p50, p95, p99 }) => [
    wire,
    task,
    String(calls),
    callsPerSecond.toFixed(0),
    ms(p50),
    ms(p95),
    ms(p99),
  ]);
  return [
    table([['wire', 'call', 'calls', 'per second', 'p50', 'p95', 'p99'], ...cells]),
    `${place} ${concurrency} at once.`,
  ].join('\n\n');
}
