import { EgoiUnsupportedError, type Transport, type TransportRequest } from '@egoi-client/core';
import { arrivingItems, type ErrorContext } from '@egoi-client/core/wire';
import { createHttpClient, wireLimits, wireTransport } from '@egoi-client/http';
import { answerDecoder, encodeRequest, itemSize } from '@egoi-client/soap-encoding';
import type { DescribedOperation } from './service-description.ts';
import { createServiceSource, type KnownService } from './service-source.ts';
import {
  resolveSoapTransportOptions,
  type SoapTransportOptions,
} from './soap-transport-options.ts';

/**
 * Carries calls over standard SOAP, as the service's WSDL describes it: operations, parts, soapAction
 * and address. The WSDL is read at the first call, once. Source: reference, SOAP (14.7).
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function soapTransport(options: SoapTransportOptions = {}): Transport<'soap'> {
  const resolved = resolveSoapTransportOptions(options);
  const http = createHttpClient(resolved.http);
  const source = createServiceSource(resolved, http);
  return wireTransport(
    {
      id: 'soap',
      limits: wireLimits({
        maxRequestBytes: resolved.http.maxRequestBytes,
        sizeOf: itemSize,
      }),
      async encode(request, context) {
        const service = await source.wait(request, context);
        const operation = callable(service, request, context);
        return { url: service.endpoint, ...encodeRequest(request, operation, context) };
      },
      decoder(request) {
        const operation = source.known && findOperation(source.known, request);
        return answerDecoder(operation?.name, arrivingItems(request));
      },
    },
    http,
  );
}

function callable(
  service: KnownService,
  request: TransportRequest,
  context: ErrorContext,
): DescribedOperation {
  const operation = findOperation(service, request);
  if (operation === undefined) {
    throw new EgoiUnsupportedError(`the WSDL has no operation ${request.method}`, context);
  }
  if (operation.refusal !== undefined) {
    const message = `${operation.name} cannot be called: ${operation.refusal}`;
    throw new EgoiUnsupportedError(message, context);
  }
  return operation;
}

/** The caller's spelling first, then the others that the catalogue has for the same method. */
function findOperation(
  { operations }: KnownService,
  { method, spec }: TransportRequest,
): DescribedOperation | undefined {
  const names = [method, ...(spec === undefined ? [] : [spec.name, ...(spec.aliases ?? [])])];
  const name = names.find((candidate) => operations.has(candidate));
  return name === undefined ? undefined : operations.get(name);
}
