import { EgoiError } from '../errors/egoi-error.ts';
import { EgoiHttpError } from '../errors/errors.ts';
import { mayRepeat } from '../contract/may-repeat.ts';
import { option, resolveOptions } from '../options/options.ts';
import type { Interceptor, TransportReply, TransportRequest } from '../contract/transport.ts';
import { apiErrorOf } from '../answers/api-answer.ts';
import { errorCodeOf } from './error-code-of.ts';

/** What `log` writes to: pino, or anything with its four methods. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Where and how loudly `log` writes. */
export interface LogOptions {
  readonly logger: Logger;
  /** Level of tries that went well, and of those that the caller ended. @default 'info' */
  readonly level?: 'debug' | 'info';
  /** Milliseconds of a clock that only goes forward. @default performance.now */
  readonly now?: () => number;
}

type Level = keyof Logger;

const levels = ['debug', 'info', 'warn', 'error'] as const satisfies readonly Level[];

const shape = {
  logger: option.custom<Logger>(isLogger, 'must have the methods debug, info, warn and error'),
  level: option.word(['debug', 'info'], 'info'),
  now: option.callback<() => number>(() => performance.now()),
};

function isLogger(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    levels.every((level) => typeof Reflect.get(value, level) === 'function')
  );
}

/**
 * Writes one line a try, when it stands after `retry`: method, effect, transport, attempt, call id,
 * duration and outcome, where the transport tells them also its requests and the names of what it could
 * not carry. Neither parameters nor answers, keys or messages of servers get into it.
 *
 * Tries that went well are written at `level`; error answers of the API and failures that may be
 * repeated at `warn`; all others, such as a write whose outcome is unknown, at `error`. A logger that
 * throws does not disturb the call.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function log(options: LogOptions): Interceptor {
  const { logger, level, now } = resolveOptions('log', shape, options);
  return (next) => async (request) => {
    const startedMs = now();
    const write = (at: Level, fields: object, words: string) => {
      const durationMs = Math.round((now() - startedMs) * 1000) / 1000;
      try {
        logger[at]({ ...aboutRequest(request), ...fields, durationMs }, `E-goi ${words}`);
      } catch {
        // The call matters more than its line.
      }
    };
    let reply: TransportReply;
    try {
      reply = await next(request);
    } catch (error) {
      const at = error instanceof EgoiError && error.kind === 'aborted' ? level : undefined;
      write(at ?? levelOf(error, request), aboutFailure(error), `${request.method} failed`);
      throw error;
    }
    const answered = aboutReply(reply);
    const refusal = apiErrorOf(reply, request);
    if (refusal === undefined) {
      write(level, { ...answered, outcome: 'ok' }, `${request.method} answered`);
    } else {
      write('warn', { ...answered, ...aboutFailure(refusal) }, `${request.method} refused`);
    }
    return reply;
  };
}

function aboutRequest({ method, spec, callId, attempt }: TransportRequest): object {
  return { callId, method, effect: spec?.effect ?? 'unknown', attempt };
}

/** Losses by their names: a reason may repeat what the server was sent. */
function aboutReply({ transport, status, requests, losses = [] }: TransportReply): object {
  return {
    transport,
    ...(status === undefined ? {} : { status }),
    ...(requests === undefined ? {} : { requests }),
    ...(losses.length === 0 ? {} : { losses: losses.map(({ name }) => name) }),
  };
}

/** Fields only that this library makes up; a message may repeat what the server was sent. */
function aboutFailure(error: unknown): object {
  if (!(error instanceof EgoiError)) return { outcome: 'failed' };
  const { kind, delivery, transport, retryable, retryAfterMs, requests } = error;
  const code = errorCodeOf(error);
  return {
    outcome: kind === 'api' ? 'refused' : kind === 'aborted' ? 'aborted' : 'failed',
    kind,
    delivery,
    retryable,
    ...(code === undefined ? {} : { code }),
    ...(transport === undefined ? {} : { transport }),
    ...(error instanceof EgoiHttpError ? { status: error.status } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(requests === undefined ? {} : { requests }),
  };
}

function levelOf(error: unknown, { spec }: TransportRequest): Level {
  return error instanceof EgoiError && mayRepeat(error, spec?.effect) ? 'warn' : 'error';
}
