import { sandboxApiKey } from '@egoi-client/sandbox';
import type { JudgedCall } from '../calls/judged-call.ts';
import { requestOf } from '../calls/request-of.ts';
import type { SentRequest } from '../calls/write-unchecked.ts';
import { serveAccount } from './served-account.ts';

/** An answer as a client has it. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed; `undefined` where there is none. */
  readonly body: unknown;
}

/** A call with the answer of the account. */
export interface Exchange {
  readonly call: JudgedCall;
  readonly answer: Answer;
}

/** Makes calls of the account at one address. */
export interface Caller {
  call(call: JudgedCall): Promise<Answer>;
  close?(): Promise<void>;
}

/**
 * Makes calls one after the other, of an account of their own that is served on a socket.
 *
 * @param callerTo makes the caller for the base address of the account
 * @param onCall told after each call how many were made
 */
export async function runCalls(
  calls: readonly JudgedCall[],
  callerTo: (url: string) => Promise<Caller> | Caller,
  onCall: (made: number) => void = () => undefined,
): Promise<Exchange[]> {
  const served = await serveAccount();
  try {
    const caller = await callerTo(served.url);
    try {
      const exchanges: Exchange[] = [];
      for (const call of calls) {
        exchanges.push({ call, answer: await caller.call(call) });
        if (call.kind === 'right' && call.worksOff === true) await served.account.workOff();
        onCall(exchanges.length);
      }
      return exchanges;
    } finally {
      await caller.close?.();
    }
  } finally {
    await served.close();
  }
}

/** A caller that sends what the client half of API v3 writes. */
export function plainCaller(url: string): Caller {
  return {
    call: (call) =>
      call.kind === 'refused' && call.key !== undefined
        ? send(url, requestOf(call), { Apikey: call.key })
        : send(url, requestOf(call)),
  };
}

const answerTimeoutMs = 120_000;

/** Sends a request. @param headers beside the key, or in its place */
export async function send(
  url: string,
  { method, path, body }: SentRequest,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { Apikey: sandboxApiKey, ...type, ...headers },
    ...(body === undefined ? {} : { body }),
    // Prism leaves a request without an answer where its body is no JSON.
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: text === '' ? undefined : parsed(text),
  };
}

/** What is no JSON stays text, so that a report can show it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
