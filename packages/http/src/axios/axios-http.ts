import { EgoiConfigError, EgoiError } from '@egoi-client/core';
import { abortionError, resolveOptions } from '@egoi-client/core/wire';
import type { AxiosInstance } from 'axios';
import { hostAndPort } from '../connections.ts';
import type { HttpAnswer, HttpClient, HttpExchange, HttpOptions } from '../contract.ts';
import { httpOptions } from '../options.ts';
import { readAnswer } from '../read-answer.ts';
import { measureBody } from '../request-body.ts';
import { isSoonSent } from '../node-request.ts';
import { Tries } from '../http-client.ts';
import { type AxiosAnswer, answerIn } from './axios-answer.ts';
import { AxiosAttempt } from './axios-attempt.ts';
import { axiosFailure } from './axios-failure.ts';

/** The limits that hold beside those of the instance. */
export type AxiosHttpOptions = Pick<
  HttpOptions,
  'timeoutMs' | 'maxResponseBytes' | 'maxRequestBytes'
>;

const limits = {
  timeoutMs: httpOptions.timeoutMs,
  maxResponseBytes: httpOptions.maxResponseBytes,
  maxRequestBytes: httpOptions.maxRequestBytes,
};

/**
 * Sends the calls of transports by a program's own axios instance: its interceptors, agents, proxies,
 * default headers and adapter hold. What a call is stays with the transport: its address, its body, that
 * every status is an answer and that redirects are not followed.
 *
 * @param instance made with `axios.create`, or `axios` itself
 * @param options limits of each request
 * @returns what every transport takes in its option `http`; closing it ends what is under way
 * @throws EgoiConfigError naming every wrong option
 * @example
 * const http = axiosHttp(axios.create({ httpsAgent: agent }));
 * const transport = restTransport({ http });
 */
export function axiosHttp(instance: AxiosInstance, options: AxiosHttpOptions = {}): HttpClient {
  if (typeof instance?.request !== 'function') {
    throw new EgoiConfigError('axiosHttp needs an axios instance');
  }
  const resolved = resolveOptions('axiosHttp', limits, options);
  const tries = new Tries(resolved.timeoutMs);
  return {
    async send(exchange) {
      const { context } = exchange;
      const target = targetOf(exchange);
      const attempt = new AxiosAttempt();
      const end = tries.begin(attempt, exchange);
      try {
        return await attempt.orEnd(exchangeBy(instance, exchange, attempt, target, resolved));
      } catch (error) {
        if (attempt.aborted) {
          throw abortionError(attempt, context, attempt.dispatches > 0 ? 'unknown' : 'not_sent');
        }
        if (error instanceof EgoiError) throw error;
        throw axiosFailure(error, attempt, target, context);
      } finally {
        end();
      }
    },
    async close() {
      tries.close();
    },
  };
}

function targetOf({ url, context }: HttpExchange): string {
  if (URL.canParse(url)) return hostAndPort(new URL(url));
  throw new EgoiConfigError('the endpoint is not a whole http or https address', context);
}

type Limits = Required<AxiosHttpOptions>;

async function exchangeBy(
  instance: AxiosInstance,
  exchange: HttpExchange,
  attempt: AxiosAttempt,
  target: string,
  { maxRequestBytes, maxResponseBytes }: Limits,
): Promise<HttpAnswer> {
  const text = await wholeBody(exchange, attempt, maxRequestBytes);
  const answer = await answerBy(instance, exchange, attempt, text, maxResponseBytes);
  exchange.onAnswering?.(answer.status, Object.entries(answer.headers).flat().map(String));
  attempt.isReading = true;
  attempt.onEnd(answer.stop);
  const read = await readAnswer(answer, maxResponseBytes, target, exchange);
  const { request } = answer;
  if (request === undefined || (await isSoonSent(() => request.writableFinished))) return read;
  request.destroy();
  return { ...read, beforeRequestEnd: true };
}

/** Held whole, as interceptors sign, log and repeat what they can read. */
async function wholeBody(
  { body, context }: HttpExchange,
  signal: AxiosAttempt,
  maxBytes: number,
): Promise<string | undefined> {
  if (body === undefined) return undefined;
  return (await measureBody(body, maxBytes, { signal, context }, maxBytes)).text;
}

async function answerBy(
  instance: AxiosInstance,
  { url, method, headers }: HttpExchange,
  attempt: AxiosAttempt,
  text: string | undefined,
  maxContentLength: number,
): Promise<AxiosAnswer> {
  try {
    const response = await instance.request<unknown>({
      url,
      method,
      // Axios would ask for what is not decompressed here.
      headers: { Accept: '*/*', 'Accept-Encoding': 'gzip, deflate', ...headers },
      data: text,
      signal: attempt.signal,
      transformRequest: [attempt.dispatch],
      transformResponse: [attempt.receive],
      responseType: 'stream',
      decompress: false,
      maxContentLength,
      maxBodyLength: -1,
      maxRedirects: 0,
      allowAbsoluteUrls: true,
      validateStatus: () => true,
    });
    return answerIn(response);
  } catch (error) {
    const response = attempt.answerOf(error);
    if (response === undefined) throw error;
    return answerIn(response);
  }
}
