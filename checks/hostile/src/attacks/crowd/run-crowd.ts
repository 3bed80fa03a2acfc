import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { AttackResult } from '../attack.ts';
import { type GatewayProcess, startGatewayProcess } from '../gateway-process.ts';
import { callHonestly, type HonestCaller, type HonestOutcome } from './honest-caller.ts';
import { hostileCallers } from './hostile-callers.ts';

const maxCallMs = 2000;
const maxGrowthBytes = 10_000_000;

const one: readonly HonestCaller[] = [{ calls: 2000, idleConnections: 0 }];
const twoBehindOneAddress: readonly HonestCaller[] = [
  { calls: 1000, idleConnections: 10 },
  { calls: 1000, idleConnections: 10 },
];

/** Honest callers of a gateway while hostile ones, each from an address of its own, do their worst. */
export async function runCrowd(
  onResult: (result: AttackResult) => void,
): Promise<readonly AttackResult[]> {
  const gateway = await startGatewayProcess({});
  const results: AttackResult[] = [];
  const names = hostileCallers.map(({ name }) => name).join(', ');
  await callHonestly(gateway.port, { calls: 500, idleConnections: 0 });
  for (const [who, honest] of [
    ['an honest caller', one],
    ['two honest callers behind one address, with ten idle connections each', twoBehindOneAddress],
  ] as const) {
    const beforeBytes = await gateway.heapBytes();
    const outcomes = await amongHostile(gateway, honest);
    const growthBytes = await settledGrowth(gateway, beforeBytes);
    const calls = outcomes.reduce((sum, outcome) => sum + outcome.calls, 0);
    const slowestMs = Math.max(...outcomes.map((outcome) => outcome.slowestMs));
    const figures = `${calls} calls, the slowest ${Math.round(slowestMs)} ms, the heap ${(growthBytes / 1e6).toFixed(1)} MB larger after it`;
    const result = {
      name: `gateway: ${who} among ${names} (${figures})`,
      complaint: wrongWith(outcomes, growthBytes, gateway),
    };
    results.push(result);
    onResult(result);
  }
  await gateway.close();
  return results;
}

async function amongHostile(
  { port }: GatewayProcess,
  honest: readonly HonestCaller[],
): Promise<readonly HonestOutcome[]> {
  const child = fork(fileURLToPath(new URL('./hostile-child.ts', import.meta.url)), {
    execArgv: process.execArgv,
  });
  const started = new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the hostile callers ended with ${code}`)));
  });
  child.send(port);
  await started;
  const outcomes = await Promise.all(honest.map((caller) => callHonestly(port, caller)));
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.disconnect();
  await ended;
  return outcomes;
}

/** What calls still hold, they give back when they end. */
async function settledGrowth(gateway: GatewayProcess, beforeBytes: number): Promise<number> {
  let growth = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 20 && growth > maxGrowthBytes; times += 1) {
    if (times > 0) await pause(500);
    growth = (await gateway.heapBytes()) - beforeBytes;
  }
  return growth;
}

function wrongWith(
  outcomes: readonly HonestOutcome[],
  growthBytes: number,
  gateway: GatewayProcess,
): string | undefined {
  if (!gateway.running) return `the gateway ended: ${gateway.printed.slice(0, 500)}`;
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  if (failures.length > 0) return `${failures.length} calls failed, the first: ${failures[0]}`;
  const lost = outcomes.reduce((sum, outcome) => sum + outcome.lostConnections, 0);
  if (lost > 0) return `${lost} idle connections were closed`;
  if (outcomes.some(({ slowestMs }) => slowestMs > maxCallMs)) return `over ${maxCallMs} ms`;
  return growthBytes > maxGrowthBytes ? `over ${maxGrowthBytes} bytes` : undefined;
}
