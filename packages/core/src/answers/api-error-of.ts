import { apiErrorIn } from './api-answer.ts';
import type { EgoiApiError } from '../errors/api-error.ts';
import { errorContext } from '../contract/error-context.ts';
import type { TransportReply, TransportRequest } from '../contract/transport.ts';

/** The error that a reply stands for, if it does: for a transport an error answer is a value. */
export function apiErrorOf(
  reply: TransportReply,
  request: TransportRequest,
): EgoiApiError | undefined {
  const result = request.spec?.formFor(request.params).result;
  return apiErrorIn(reply.value, result, errorContext(request, reply.transport));
}
