import { EgoiInputError, type Transport, type TransportRequest } from '@egoi-client/core';
import { arrivingItems, type ErrorContext, type WireCall, wireCall } from '@egoi-client/core/wire';
import {
  createHttpClient,
  type EncodedCall,
  textPieces,
  wireLimits,
  wireTransport,
} from '@egoi-client/http';
import { answerDecoder } from './answer/decode-answer.ts';
import { checkCall } from './form/encode-call.ts';
import { formPieces, headFieldCount } from './form/form-pieces.ts';
import { itemSize } from './form/item-size.ts';
import type { RestFormat } from './format.ts';
import {
  type ResolvedRestTransportOptions,
  type RestTransportOptions,
  resolveRestTransportOptions,
} from './rest-transport-options.ts';

const mediaTypes: Readonly<Record<RestFormat, string>> = {
  json: 'application/json',
  xml: 'text/xml, application/xml',
};

/**
 * Calls the API through its REST endpoint. The call is always a POST: a key in an address would end
 * up in logs.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function restTransport(options: RestTransportOptions = {}): Transport<'rest'> {
  const resolved = resolveRestTransportOptions(options);
  return wireTransport(
    {
      id: 'rest',
      limits: wireLimits({
        maxRequestBytes: resolved.maxRequestBytes,
        maxFields: resolved.maxFormFields,
        sizeOf: itemSize,
      }),
      encode: (request, context) => encodeRequest(request, context, resolved),
      decoder: (request) =>
        answerDecoder(
          {
            method: request.method,
            format: resolved.format,
            expectsList: resolved.emptyAnswer === 'list' && meansList(request),
          },
          arrivingItems(request),
        ),
    },
    createHttpClient(resolved),
  );
}

function encodeRequest(
  request: TransportRequest,
  context: ErrorContext,
  { endpoint, format, maxFormFields }: ResolvedRestTransportOptions,
): EncodedCall {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    Accept: mediaTypes[format],
  };
  const body = callPieces(wireCall(request), format, maxFormFields, context);
  return { url: endpoint, headers, body };
}

/** A list as the whole result, or in it the items of a page. */
function meansList({ spec, params }: TransportRequest): boolean {
  if (spec === undefined) return false;
  const fixed = Object.entries(spec.paging?.fixed ?? {});
  const isPage =
    spec.paging !== undefined && fixed.every(([name, value]) => params[name] === value);
  return isPage || spec.formFor(params).result.kind === 'list';
}

/**
 * Writes a call in pieces while they are read. A call that must not be sent is found on the way; only
 * then it is gone through again, to name all that is wrong with it.
 *
 * @param maxFormFields the server's limit, `type` and `method` counted in
 * @returns pieces of which each reading throws `EgoiInputError` for what `checkCall` finds
 */
function callPieces(
  call: WireCall,
  format: RestFormat,
  maxFormFields: number,
  context: ErrorContext,
): Iterable<string> {
  return textPieces(() => {
    const refuse = (): never => {
      throw new EgoiInputError(checkCall(call, maxFormFields), context);
    };
    let fields = headFieldCount;
    return formPieces(call, format, {
      field() {
        fields += 1;
        if (fields > maxFormFields) refuse();
      },
      problem: refuse,
    });
  });
}
