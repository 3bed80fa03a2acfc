import { EgoiClient } from '@egoi-client/core';
import { createV3Server, type V3ServerOptions } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { type OperationName, operationNames, operations } from '@egoi-client/v3-api';
import { allCalls } from '../calls/all-calls.ts';
import type { SentRequest } from '../calls/write-unchecked.ts';
import { requestOf } from '../calls/request-of.ts';
import { type Answer, plainCaller, runCalls, send } from '../served/run-calls.ts';
import { startingAccount } from '../served/starting-account.ts';
import { cellName, type ErrorCell, errorCells, sentenceOf, wrongInAnswer } from './error-cells.ts';
import { requestProvocations } from './request-provocations.ts';
import { stateProvocations } from './state-provocations.ts';

/** How a cell was shown: by what the account has or is asked for, or by `failV3`, and what was wrong with it. */
export interface ShownCell {
  readonly cell: ErrorCell;
  readonly by: 'state' | 'fail';
  /** `undefined` where nothing was. */
  readonly wrong: string | undefined;
}

/**
 * Provokes every refusal and failure of every operation that the account serves, over a socket: by the
 * calls that are judged, by requests that are wrong in themselves, by other states of accounts, and what
 * is left by `failV3`.
 */
export async function runV3Errors(): Promise<readonly ShownCell[]> {
  const cells = errorCells(await servedNames());
  const shown = new Map<string, ShownCell>();
  const show = (cell: ErrorCell, by: ShownCell['by'], answer: Answer) => {
    const name = cellName(cell);
    if (shown.get(name)?.wrong === undefined && shown.has(name)) return;
    shown.set(name, { cell, by, wrong: wrongInAnswer(cell, answer) });
  };
  const open = () => cells.filter((cell) => !shown.has(cellName(cell)));

  for (const { call, answer } of await runCalls(allCalls, plainCaller)) {
    for (const cell of cells) {
      const isShown = cell.name === call.name && wrongInAnswer(cell, answer) === undefined;
      if (isShown) show(cell, 'state', answer);
    }
  }
  for (const { status, makeAccount, options, requestFor } of requestProvocations) {
    await served(await makeAccount(), options, async (url) => {
      for (const cell of open().filter((one) => one.status === status)) {
        const request = requestFor(cell.name, rightRequest(cell.name));
        if (request !== undefined) show(cell, 'state', await send(url, request));
      }
    });
  }
  for (const { name, key, options = {}, before, requests } of stateProvocations) {
    const account = sandboxTransport({ callbacks: 'off', ...options });
    const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
    await client.createList({ nome: 'News' });
    await before?.(client);
    await served(account, {}, async (url) => {
      let answer: Answer | undefined;
      for (const request of requests) answer = await send(url, request);
      if (answer !== undefined) show({ name, status: 409, key }, 'state', answer);
    });
  }
  const account = await startingAccount();
  await served(account, {}, async (url) => {
    for (const cell of open()) {
      const { name, status, key } = cell;
      const errors = key === undefined ? {} : { errors: { [key]: sentenceOf(cell) } };
      account.failV3(name, { status, ...errors });
      show(cell, 'fail', await send(url, rightRequest(name)));
    }
  });
  return cells.map(
    (cell) => shown.get(cellName(cell)) ?? { cell, by: 'state', wrong: 'was not provoked' },
  );
}

/** Serves an account on a socket as long as it is asked, and closes it. */
async function served(
  account: SandboxTransport,
  options: V3ServerOptions,
  ask: (url: string) => Promise<void>,
): Promise<void> {
  const server = await createV3Server(account, options).listen();
  try {
    await ask(server.url);
  } finally {
    await server.close();
    await account.close();
  }
}

/** The operations that the account serves, whether or not a call of them is judged: who is to do something is known before its query is read. */
async function servedNames(): Promise<OperationName[]> {
  const account = await startingAccount();
  const names: OperationName[] = [];
  for (const name of operationNames) {
    const { method, path } = operations[name];
    const { status } = await account.answerV3({
      method,
      path: `${path.replaceAll(/\{\w+\}/g, '1111111111')}?x=%ff`,
      apiKey: sandboxApiKey,
      body: '',
      filesUrl: '',
    });
    if (status === 400) names.push(name);
  }
  await account.close();
  return names;
}

/** @throws Error for an operation of which no right call is judged */
function rightRequest(name: OperationName): SentRequest {
  const call = allCalls.find((one) => one.name === name && one.kind === 'right');
  if (call === undefined) {
    throw new Error(`${name} is served, and has no right call in checks/v3-judge/src/calls`);
  }
  return requestOf(call);
}

/** The cells that are wrong, and how many are right. */
export function formatV3Errors(cells: readonly ShownCell[]): string {
  const wrong = cells.filter((shown) => shown.wrong !== undefined);
  const right = cells.filter((shown) => shown.wrong === undefined);
  const byState = right.filter(({ by }) => by === 'state').length;
  const names = new Set(cells.map(({ cell }) => cell.name));
  return [
    ...wrong.map(({ cell, by, wrong: problem }) => `${cellName(cell)} by ${by}: ${problem}`),
    `operations: ${names.size}`,
    `by requests and the state of the account: ${byState}, by fail: ${right.length - byState}`,
    `v3 errors: ${right.length} of ${cells.length}`,
  ].join('\n');
}
