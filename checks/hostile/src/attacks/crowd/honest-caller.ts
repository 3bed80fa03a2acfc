import { Agent, request } from 'node:http';
import { form, routes, xmlCall } from '../gateway-requests.ts';

/** How an honest caller fared. */
export interface HonestOutcome {
  readonly calls: number;
  readonly failures: readonly string[];
  readonly slowestMs: number;
  /** Idle connections that were gone when they were wanted again. */
  readonly lostConnections: number;
}

/** How many connections a caller keeps. */
export interface HonestCaller {
  readonly calls: number;
  /** Those that stay idle for most of the time. */
  readonly idleConnections: number;
}

/** Calls go over an idle connection this often, so that no connection is idle for longer than a server keeps one. */
const idleTurnMs = 250;

const bodies = [
  { path: routes.rest, body: form(''), type: 'application/x-www-form-urlencoded' },
  { path: routes.soap, body: xmlCall('soap', {}), type: 'text/xml; charset=utf-8' },
  { path: routes.xmlrpc, body: xmlCall('xmlrpc', {}), type: 'text/xml; charset=utf-8' },
] as const;

/**
 * Makes calls one after the other, in turn over a kept connection and over new ones, while idle
 * connections are used now and then.
 */
export async function callHonestly(port: number, caller: HonestCaller): Promise<HonestOutcome> {
  const failures: string[] = [];
  let slowestMs = 0;
  let calls = 0;
  let lostConnections = 0;
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  const idle = Array.from(
    { length: caller.idleConnections },
    () => new Agent({ keepAlive: true, maxSockets: 1 }),
  );
  const call = async (agent: Agent | undefined) => {
    const startMs = performance.now();
    const { failure, wasReused } = await callOnce(port, agent, calls);
    calls += 1;
    slowestMs = Math.max(slowestMs, performance.now() - startMs);
    if (failure !== undefined) failures.push(failure);
    return wasReused;
  };
  for (const agent of idle) await call(agent);
  let turnMs = performance.now();
  while (calls < caller.calls) {
    await call(calls % 4 === 0 ? undefined : kept);
    const agent = performance.now() - turnMs > idleTurnMs ? idle.shift() : undefined;
    if (agent === undefined) continue;
    turnMs = performance.now();
    if (!(await call(agent))) lostConnections += 1;
    idle.push(agent);
  }
  for (const agent of [kept, ...idle]) agent.destroy();
  return { calls, failures, slowestMs, lostConnections };
}

function callOnce(
  port: number,
  agent: Agent | undefined,
  index: number,
): Promise<{ readonly failure: string | undefined; readonly wasReused: boolean }> {
  const { path, body, type } = bodies[index % bodies.length] ?? bodies[0];
  return new Promise((resolve) => {
    const asking = request({
      port,
      host: '127.0.0.1',
      localAddress: '127.0.0.1',
      method: 'POST',
      path,
      agent: agent ?? false,
      headers: { 'content-type': type, 'content-length': Buffer.byteLength(body) },
    });
    const settle = (failure?: string) => resolve({ failure, wasReused: asking.reusedSocket });
    asking.once('error', (error) => settle(error.message));
    asking.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('error', (error) => settle(error.message));
      response.once('end', () =>
        settle(
          text.includes('CREDITS') ? undefined : `${response.statusCode}: ${text.slice(0, 200)}`,
        ),
      );
    });
    asking.end(body);
  });
}
