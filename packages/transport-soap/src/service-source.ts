import { EgoiError, EgoiHttpError, type TransportRequest } from '@egoi-client/core';
import {
  abortionError,
  type ErrorContext,
  linkSignals,
  retoldError,
  settledBefore,
} from '@egoi-client/core/wire';
import { type HttpClient, isHtmlPage, sendExchange } from '@egoi-client/http';
import { callAddress } from './call-address.ts';
import { type DescribedOperation, describeService } from './service-description.ts';
import type { ResolvedSoapTransportOptions } from './soap-transport-options.ts';

/** A service that calls can be sent to. */
export interface KnownService {
  /** Where calls go. */
  readonly endpoint: string;
  readonly operations: ReadonlyMap<string, DescribedOperation>;
}

/** What is known of the service, from its WSDL. */
export interface ServiceSource {
  /** What was read; `undefined` before that. */
  readonly known: KnownService | undefined;
  /**
   * Waits for the WSDL. It is read once, whoever waits; after a failure the next call reads it again.
   *
   * @param request its signal ends this wait, and not the reading; who observes the call for which the
   *   WSDL is read is told of that
   * @throws EgoiError with delivery `not_sent`
   */
  wait(
    request: Pick<TransportRequest, 'signal' | 'observe'>,
    context: ErrorContext,
  ): Promise<KnownService>;
}

type Observe = TransportRequest['observe'];

/** Nothing is read before the first `wait`. */
export function createServiceSource(
  options: ResolvedSoapTransportOptions,
  http: HttpClient,
): ServiceSource {
  let known: KnownService | undefined;
  let reading: Promise<KnownService> | undefined;

  const read = async (observe: Observe) => {
    try {
      known = await readService(options, http, observe);
      return known;
    } finally {
      reading = undefined;
    }
  };
  return {
    get known() {
      return known;
    },
    async wait({ signal, observe }, context) {
      if (signal.aborted) throw abortionError(signal, context, 'not_sent');
      if (known !== undefined) return known;
      reading ??= read(observe);
      const own = reading.catch((error: unknown) => {
        if (!(error instanceof EgoiError)) throw error;
        throw retoldError(error, { ...context, delivery: 'not_sent' });
      });
      return await settledBefore(own, signal, () => abortionError(signal, context, 'not_sent'));
    },
  };
}

const context: ErrorContext = { transport: 'soap' };

async function readService(
  { wsdl, endpoint, http: { timeoutMs } }: ResolvedSoapTransportOptions,
  http: HttpClient,
  observe: Observe,
): Promise<KnownService> {
  const source = 'address' in wsdl ? wsdl.address : undefined;
  const text =
    'address' in wsdl ? await fetchWsdl(wsdl.address, timeoutMs, http, observe) : wsdl.text;
  const { address, operations } = await describeService(text, context);
  return { endpoint: endpoint ?? callAddress(address, source, context), operations };
}

async function fetchWsdl(
  address: URL,
  timeoutMs: number,
  http: HttpClient,
  observe: Observe,
): Promise<string> {
  // Nobody's own wish ends the reading, as others may wait for it. Its limit is its own: a client
  // that was given as an option may have none.
  const link = linkSignals([], { timeoutMs, what: 'reading the WSDL' });
  try {
    const request = {
      url: address.href,
      method: 'GET',
      headers: { Accept: 'text/xml, application/wsdl+xml' },
      signal: link.signal,
      context,
    } as const;
    const { status, text, retryAfterMs } = await sendExchange(http, request, observe).catch(
      (error: unknown) => {
        if (!(error instanceof EgoiError)) throw error;
        const message = `the WSDL could not be read: ${error.message}`;
        throw retoldError(error, { message });
      },
    );
    const isPage = isHtmlPage(text);
    if (status >= 200 && status < 300 && !isPage) return text;
    const what = isPage ? 'an HTML page came in place of the WSDL' : 'the WSDL could not be read';
    const message = `${what} (HTTP ${status}); check the option wsdl, or give bundledWsdl('soap')`;
    throw new EgoiHttpError(message, { ...context, status, retryAfterMs });
  } finally {
    link.dispose();
  }
}
