import { findMethod, isErrorCode } from '@egoi-client/core';
import type { EndedCall } from '@egoi-client/gateway';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BudgetWatch } from './budget-watch.ts';

/** Measurements of a gateway, for Prometheus. */
export interface CallMetrics {
  readonly onCall: (call: EndedCall) => void;
  readonly contentType: string;
  /** All of them, in Prometheus' text format. */
  text(): Promise<string>;
}

/** Seconds. A look-up over v3 takes tens of milliseconds, an import a minute. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Stands for all values of a label beyond those that it may have. */
const other = '(other)';

/** Codes and losses are others' words: of them that many are told apart. */
const maxWords = 256;

/** Methods of the XML-RPC server itself, and what could not be read. */
const knownBesides: ReadonlySet<string> = new Set([
  '(unread)',
  'system.listMethods',
  'system.methodHelp',
  'system.methodSignature',
]);

/**
 * Measures calls: how many by method, wire and outcome, errors by their code, how long calls took, what
 * they cost and lost, and what is left of budgets; and the process itself. No label has a value that a
 * caller chooses.
 */
export function callMetrics(budgets: BudgetWatch): CallMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const calls = new Counter({
    name: 'egoi_gateway_calls_total',
    help: 'Calls that ended.',
    labelNames: ['method', 'wire', 'outcome'] as const,
    registers,
  });
  const errors = new Counter({
    name: 'egoi_gateway_errors_total',
    help: 'Calls that ended with an error: of the API where they were answered, else a refusal.',
    labelNames: ['kind', 'code'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'egoi_gateway_call_duration_seconds',
    help: 'How long calls took, from when they had been read until their answer was made.',
    labelNames: ['method'] as const,
    buckets: durationBounds,
    registers,
  });
  const requests = new Counter({
    name: 'egoi_gateway_requests_total',
    help: 'Requests to the service behind that the calls took.',
    labelNames: ['method'] as const,
    registers,
  });
  const losses = new Counter({
    name: 'egoi_gateway_losses_total',
    help: 'What of calls or of their answers could not be carried.',
    labelNames: ['method', 'name'] as const,
    registers,
  });
  // Registered by being made.
  void new Gauge({
    name: 'egoi_gateway_budget_calls_left',
    help: 'Requests that the budget of --calls-per-hour leaves to a key, of those that called last.',
    labelNames: ['account'] as const,
    registers,
    async collect() {
      this.reset();
      for (const { account, left } of await budgets.ownLeft()) this.set({ account }, left);
    },
  });
  void new Gauge({
    name: 'egoi_gateway_service_requests_left',
    help: 'Requests that the service says it leaves to a key, of those that called last.',
    labelNames: ['account'] as const,
    registers,
    collect() {
      this.reset();
      for (const { account, left } of budgets.serviceLeft()) this.set({ account }, left);
    },
  });
  const codeOf = boundedWord();
  const lossOf = boundedWord();

  return {
    onCall(call) {
      const { wire, outcome, errorKind, errorCode } = call;
      const method = knownMethod(call.method);
      calls.inc({ method, wire, outcome });
      durations.observe({ method }, call.durationMs / 1000);
      if (call.requests > 0) requests.inc({ method }, call.requests);
      if (errorKind !== undefined || errorCode !== undefined) {
        const code =
          errorCode === undefined || isErrorCode(errorCode) ? errorCode : codeOf(errorCode);
        errors.inc({ kind: errorKind ?? 'api', code: code ?? '' });
      }
      for (const { name } of call.losses) losses.inc({ method, name: lossOf(name) });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function knownMethod(method: string): string {
  return findMethod(method) !== undefined || knownBesides.has(method) ? method : other;
}

/** Lets the first words be, and has one for all that come later. */
function boundedWord(): (word: string) => string {
  const known = new Set<string>();
  return (word) => {
    if (known.has(word)) return word;
    if (known.size >= maxWords) return other;
    known.add(word);
    return word;
  };
}
