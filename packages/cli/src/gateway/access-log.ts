import { once } from 'node:events';
import type { CallErrorKind, EndedCall } from '@egoi-client/gateway';
import { EgoiError } from '@egoi-client/core';
import { destination, pino } from 'pino';
import { CommandError } from '../command-error.ts';
import type { Session } from '../session.ts';

/** A log of calls, one line of JSON each. */
export interface AccessLog {
  readonly onCall: (call: EndedCall) => void;
  /** For errors; those of calls are told by the call's line, and only defects need more. */
  readonly onError: (error: unknown, call: { readonly callId: string } | undefined) => void;
  /** Opens the file anew, once another program has moved it away. */
  reopen(): void;
  /** Writes what waits. */
  close(): void;
}

/** Lines wait for this long, or until there are enough for one write. */
const flushMs = 1000;
const minWriteBytes = 12 * 1024;

/** A disk that hangs must not fill the memory: what is beyond is dropped, and that is told. */
const maxWaitingBytes = 16 * 1024 * 1024;

/** What went wrong on the way to the service or in the gateway, as against what a caller or the API did. */
const troubles: ReadonlySet<CallErrorKind | undefined> = new Set([
  'connection',
  'timeout',
  'http',
  'protocol',
  'config',
  'partial',
  'uncarried',
  'internal',
  'no-room',
]);

/**
 * Opens a log of calls. A line has the method, the wire, outcome and cost, and a fingerprint of the key;
 * neither values nor messages, in which a server may repeat what it was sent.
 *
 * @param file to write to, `-` for the error output
 * @throws CommandError for a file that cannot be written to
 */
export async function openAccessLog({ output }: Session, file: string): Promise<AccessLog> {
  const stream = destination({
    dest: file === '-' ? 2 : file,
    sync: false,
    mode: 0o600,
    minLength: minWriteBytes,
    maxLength: maxWaitingBytes,
    periodicFlush: flushMs,
  });
  await opened(stream, file);
  let isFailing = false;
  const complain = (what: string) => {
    if (!isFailing) output.warn(`egoi: the log ${what}; lines are lost until it can be written`);
    isFailing = true;
  };
  stream.on('error', (error: NodeJS.ErrnoException) =>
    complain(`cannot be written (${error.code ?? error.name})`),
  );
  stream.on('drop', () => complain('is written too slowly'));
  stream.on('drain', () => {
    isFailing = false;
  });
  const logger = pino(
    {
      base: { pid: process.pid },
      formatters: { level: (level) => ({ level }) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
    },
    stream,
  );
  return {
    onCall(call) {
      const { errorKind, errorCode } = call;
      const fields = fieldsOf(call);
      if (troubles.has(errorKind)) logger.error(fields);
      else if (errorKind !== undefined || errorCode !== undefined) logger.warn(fields);
      else logger.info(fields);
    },
    onError(error, call) {
      if (error instanceof EgoiError) return;
      const { name, frames } = defectOf(error);
      logger.error({ callId: call?.callId, defect: name, frames }, 'a defect, please report it');
    },
    reopen: () => stream.reopen(),
    close() {
      try {
        stream.flushSync();
      } catch {
        complain('cannot be written');
      }
      stream.end();
    },
  };
}

/** @throws CommandError for a file that cannot be written to */
async function opened(stream: ReturnType<typeof destination>, file: string): Promise<void> {
  if (file === '-') return;
  try {
    await once(stream, 'ready');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CommandError(`--log: ${file} cannot be written to${code}`);
  }
}

function fieldsOf(call: EndedCall): object {
  const { method, wire, callId, outcome, errorKind, errorCode, delivery } = call;
  const { durationMs, requests, losses, account } = call;
  return {
    callId,
    method,
    wire,
    outcome,
    error: errorKind,
    code: errorCode,
    delivery,
    durationMs: Math.round(durationMs * 10) / 10,
    requests,
    losses: losses.length === 0 ? undefined : losses.map(({ name }) => name),
    account,
  };
}

/** Where a defect was, without its message: what broke may have had a value in hand. */
function defectOf(error: unknown): { readonly name: string; readonly frames: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n');
  const frames = lines.filter((line) => /^ {4}at /.test(line)).slice(0, 10);
  return { name: error.name, frames: frames.map((line) => line.trim()) };
}
