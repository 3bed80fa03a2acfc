import { createV3Server } from '@egoi-client/gateway';
import type { SandboxTransport } from '@egoi-client/sandbox';
import {
  findRoute,
  type OperationName,
  operations,
  problem,
  type V3Answer,
  type V3Request,
} from '@egoi-client/v3-api';

/** What is done to a request. The first word says whether it is worked first. */
export type Cut =
  | 'unread, then cut'
  | 'worked, then cut'
  | 'unread, then 500'
  | 'worked, then 500'
  | 'unread, then 503'
  | 'unread, then 429'
  | 'unread, then aborted'
  | 'worked, then aborted';

export const allCuts: readonly Cut[] = [
  'unread, then cut',
  'worked, then cut',
  'unread, then 500',
  'worked, then 500',
  'unread, then 503',
  'unread, then 429',
  'unread, then aborted',
  'worked, then aborted',
];

/** A request that came. */
export interface AskedRequest {
  readonly operation: OperationName;
  readonly pathParams: Readonly<Record<string, string>>;
  /** What its JSON says; `undefined` where there was none. */
  readonly body: unknown;
  /** Whether the account did what it asks for. */
  readonly isWorked: boolean;
  readonly isCut: boolean;
}

/** An account behind API v3 whose connections end where a test says. */
export interface CutService {
  readonly url: string;
  readonly asked: AskedRequest[];
  /** Cuts requests from now on: that of a number, 0 for the next, and the `times - 1` after it. */
  cutAt(index: number, cut: Cut, times: number, abort?: () => void): void;
  close(): Promise<void>;
}

/** Serves an account over a socket. @param onAnswer is called before each answer goes out */
export async function cutService(
  account: SandboxTransport,
  onAnswer: (operation: OperationName) => Promise<void>,
): Promise<CutService> {
  const asked: AskedRequest[] = [];
  let plan: { from: number; until: number; cut: Cut; abort: () => void } | undefined;

  async function answerV3(request: V3Request): Promise<V3Answer> {
    const index = asked.length;
    const cut =
      plan !== undefined && index >= plan.from && index < plan.until ? plan.cut : undefined;
    const worked = cut?.startsWith('unread') === true ? undefined : await account.answerV3(request);
    const route = routed(request);
    asked.push({
      ...route,
      body: request.body === '' ? undefined : JSON.parse(request.body),
      isWorked: worked !== undefined && worked.status < 300,
      isCut: cut !== undefined,
    });
    await onAnswer(route.operation);
    if (worked !== undefined && cut === undefined) return worked;
    const end = cut?.split(' ').at(-1) ?? '';
    if (end === 'aborted') plan?.abort();
    const status = { '429': 429, '500': 500, '503': 503 }[end] ?? 503;
    const body = JSON.stringify(problem(status as 500, 'The test wants it so'));
    const isLost = end === 'cut' || end === 'aborted';
    return { status, headers: { 'retry-after': '0' }, body, isLost };
  }

  const madeFile = (name: string) => account.madeFile(name);
  const server = await createV3Server({ answerV3, madeFile }).listen();
  return {
    url: server.url,
    asked,
    cutAt(index, cut, times, abort = () => undefined) {
      const from = asked.length + index;
      plan = { from, until: from + times, cut, abort };
    },
    close: () => server.close(),
  };
}

function routed({ method, path }: V3Request): Pick<AskedRequest, 'operation' | 'pathParams'> {
  const route = findRoute(method, path.split('?')[0] ?? '');
  if (route.kind !== 'operation') throw new Error(`no operation: ${method} ${path}`);
  return { operation: route.name, pathParams: route.pathParams };
}

/** Whether a request changes the account. */
export function isWrite({ operation }: AskedRequest): boolean {
  return operations[operation].effect !== 'read';
}
