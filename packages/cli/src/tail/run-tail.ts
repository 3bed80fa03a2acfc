import { setTimeout as pause } from 'node:timers/promises';
import type { CallEvent } from '@egoi-client/sandbox-page';
import { CommandError } from '../command-error.ts';
import { readNamedFile } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';
import { callLine } from '../watching/call-line.ts';
import { connectToEvents, type EventSource, NoEventStream } from './event-connection.ts';
import { readCallEvent } from './read-call-event.ts';

/** What `egoi tail` was given. */
export interface TailOptions {
  readonly method?: readonly string[];
  readonly failed?: boolean;
  readonly last: number;
  readonly ca?: string;
}

/** Where a sandbox and the admin port of a gateway tell of calls. */
const paths = ['/_sandbox/calls/events', '/calls'] as const;
const defaultAddress = 'http://127.0.0.1:8080';
const longestPauseMs = 5000;

/** How far the events of a server were followed. */
interface Place {
  /** Tells one run of a server from the next. */
  readonly run: string;
  readonly number: number;
}

/** Prints the calls of a running sandbox or gateway until Ctrl-C; where the server goes away, it waits for it. */
export async function runTail(
  session: Session,
  given: string | undefined,
  options: TailOptions,
): Promise<void> {
  const { output, signal } = session;
  const address = originOf(given ?? (session.env['EGOI_ENDPOINT'] || defaultAddress));
  const ca =
    options.ca === undefined ? undefined : readNamedFile(options.ca, 'the certificates of --ca');
  const isWanted = filterOf(options);
  let place: Place | undefined;
  let path: string | undefined;
  let tries = 0;

  const print = async (event: CallEvent) => {
    if (!isWanted(event)) return;
    output.result(event, () => callLine(event, output.room, output));
    await output.settled();
    await output.drained(signal);
  };

  const follow = async (on: string) => {
    const url = new URL(on, address);
    if (place === undefined) url.searchParams.set('last', String(options.last));
    const lastEventId = place && `${place.run}-${place.number}`;
    const source: EventSource = { url, ca, lastEventId, signal };
    for await (const { id = '', event = 'message', data } of connectToEvents(source)) {
      const next = placeOf(id);
      if (next === undefined) continue;
      if (path === undefined) tellOfStart(session, on, address);
      else if (tries > 0) tell(session, 'back', 'the server is there again');
      [path, tries] = [on, 0];
      tellOfGap(session, place, next, event);
      place = next;
      if (event !== 'message') continue;
      const call = readCallEvent(data);
      if (call === undefined)
        output.warn('egoi: an event is of a kind that this version does not know');
      else await print(call);
    }
  };

  while (!signal.aborted) {
    try {
      await (path === undefined ? followEither(follow, address) : follow(path));
    } catch (error) {
      if (signal.aborted) return;
      if (path === undefined || error instanceof NoEventStream) throw inWords(error, address);
    }
    if (signal.aborted) return;
    if (tries === 0) tell(session, 'lost', `${address} has gone; it is looked for until Ctrl-C`);
    tries += 1;
    const pauseMs = Math.min(250 * 2 ** Math.min(tries, 10), longestPauseMs);
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Follows a sandbox, or else the admin port of a gateway. */
async function followEither(follow: (path: string) => Promise<void>, address: string) {
  const [ofSandbox, ofGateway] = paths;
  try {
    await follow(ofSandbox);
  } catch (error) {
    if (!(error instanceof NoEventStream) || error.status === 403) throw error;
    if (error.status === 503) throw tooMany(address);
    await follow(ofGateway);
  }
}

function inWords(error: unknown, address: string): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof NoEventStream) {
    if (error.status === 503) return tooMany(address);
    if (error.status === 403) {
      return new CommandError(
        `${address} does not answer to this name (403)`,
        ['Give the address that it prints, or start it with --allow-host.'],
        'unreadable',
      );
    }
    return new CommandError(
      `${address} is neither a sandbox nor the admin port of a gateway (${error.status})`,
      [
        'Of a sandbox give the address that egoi sandbox prints.',
        'Of a gateway give that of its admin port: egoi gateway --admin-port 9464, then egoi tail http://127.0.0.1:9464',
      ],
      'unreadable',
    );
  }
  const { code = 'no answer' } = error as NodeJS.ErrnoException;
  return new CommandError(
    `${address} cannot be reached (${code})`,
    ['egoi sandbox starts a sandbox; its address, or EGOI_ENDPOINT, says where to look.'],
    'unreachable',
  );
}

function tooMany(address: string): CommandError {
  return new CommandError(
    `${address} has as many followers as it takes (503)`,
    ['End another egoi tail first.'],
    'unreachable',
  );
}

/** @throws CommandError for what is no address */
function originOf(text: string): string {
  const isAddress = /^https?:\/\//i.test(text) && URL.canParse(text);
  // A login in it would end up in what is told of it.
  if (isAddress) return new URL(text).origin;
  throw new CommandError(`${text} is no address`, [
    'It takes one such as http://127.0.0.1:8080, of a sandbox or of the admin port of a gateway.',
  ]);
}

function placeOf(id: string): Place | undefined {
  const [, run, number] = /^([\da-f]{8})-(\d{1,15})$/.exec(id) ?? [];
  return run === undefined ? undefined : { run, number: Number(number) };
}

/** Says how many events passed between two that came. */
function tellOfGap(
  { output }: Session,
  before: Place | undefined,
  next: Place,
  event: string,
): void {
  if (before === undefined) return;
  const isSameRun = before.run === next.run;
  const expected = (isSameRun ? before.number : 0) + (event === 'message' ? 1 : 0);
  const missed = next.number - expected;
  if (missed <= 0) return;
  if (output.json) output.warn(JSON.stringify({ missed }));
  else output.warn(`egoi: ${missed} ${missed === 1 ? 'call was' : 'calls were'} missed here`);
}

function tellOfStart({ output }: Session, path: string, address: string): void {
  const what = path === paths[0] ? 'sandbox' : 'gateway';
  output.note(`The calls of the ${what} at ${address}. Ctrl-C ends this.`);
}

function tell({ output }: Session, connection: 'lost' | 'back', words: string): void {
  output.warn(output.json ? JSON.stringify({ connection }) : `egoi: ${words}`);
}

function filterOf({ method: patterns = [], failed = false }: TailOptions) {
  const wanted = patterns.map(patternOf);
  return ({ method, outcome }: CallEvent) =>
    (!failed || outcome !== 'done') &&
    (wanted.length === 0 || wanted.some((pattern) => pattern.test(method)));
}

/** `get*` as an expression. */
function patternOf(text: string): RegExp {
  const parts = text
    .split('*')
    .map((part) => part.replaceAll(/[.\\+?^${}()|[\]]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'i');
}
