import type { Attack } from './attack.ts';
import { type CostlyCall, costlyCalls, costlyRequest } from './gateway-costs.ts';
import type { GatewayProcess } from './gateway-process.ts';
import { exchange } from './raw-exchange.ts';

/**
 * How many times as much a call may cost as one of as many letters that repeat, or as the engine's own
 * parser takes for a megabyte of names that do not: below that nobody is held up, whatever the proportion.
 */
const mostTimes = 5;
/** The longest that one turn of the event loop may last, in milliseconds of CPU. */
const longestTurnMs = 50;
const rounds = 5;

type CostlyRequest = ReturnType<typeof costlyRequest>;

/** Measures what calls cost a gateway that has nothing else to do. */
export function costAttacks(gateway: GatewayProcess): readonly Attack[] {
  return costlyCalls.map((call) => ({
    name: `gateway, cost, ${call.name}`,
    run: () => tooCostly(gateway, call),
  }));
}

async function tooCostly(gateway: GatewayProcess, call: CostlyCall): Promise<string | undefined> {
  const requests = [costlyRequest(call, 'repeated'), costlyRequest(call, 'distinct')] as const;
  // Once to get used to it.
  for (const pieces of requests) await costOf(gateway, pieces);
  const repeated = await leastCost(gateway, requests[0]);
  const distinct = await leastCost(gateway, requests[1]);
  if (distinct.turnMs > longestTurnMs) return `held the event loop for ${distinct.turnMs} ms`;
  if (distinct.cpuMs <= mostTimes * repeated.cpuMs) return undefined;
  const engineMs = costOfEngine();
  return distinct.cpuMs > mostTimes * engineMs
    ? `took ${distinct.cpuMs} ms of CPU for a megabyte, repeated names ${repeated.cpuMs} ms, the engine's parser ${engineMs} ms`
    : undefined;
}

const distinctNames = `{${Array.from({ length: 52_000 }, (_, index) => `"name${index}":"value"`).join(',')}}`;

/** What a megabyte of JSON costs on this machine now, in milliseconds of CPU. */
function costOfEngine(): number {
  const costs = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    JSON.parse(distinctNames);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

/** The least of several: what others do on the machine only adds to it. */
async function leastCost(
  gateway: GatewayProcess,
  pieces: CostlyRequest,
): Promise<{ readonly cpuMs: number; readonly turnMs: number }> {
  let least = { cpuMs: Number.POSITIVE_INFINITY, turnMs: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round += 1) {
    const { cpuMs, turnMs } = await costOf(gateway, pieces);
    least = { cpuMs: Math.min(least.cpuMs, cpuMs), turnMs: Math.min(least.turnMs, turnMs) };
  }
  return least;
}

async function costOf(
  gateway: GatewayProcess,
  pieces: CostlyRequest,
): Promise<{ readonly cpuMs: number; readonly turnMs: number }> {
  await gateway.cost();
  const { text } = await exchange(gateway.port, { pieces });
  if (!text.startsWith('HTTP/1.1 ')) throw new Error('the gateway did not answer');
  return gateway.cost();
}
