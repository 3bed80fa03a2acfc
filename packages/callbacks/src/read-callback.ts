import { type Callback, isCallbackEvent } from './callback.ts';
import { readDocument } from './callback-document.ts';
import { EgoiCallbackError } from './callback-error.ts';
import { readForm } from './form.ts';
import {
  headerOf,
  type ReadingLimits,
  receiveBody,
  type ReceivedRequest,
} from './received-body.ts';
import { resolveLimits } from './reading-options.ts';

/**
 * Reads what API v2 posts to the address that editApiCallback names: a form with an XML document in its
 * first field. A GET with the form in its query is read as well, since receivers of the service take both.
 *
 * It does not tell who sent it, since nothing in a callback does: keep the address secret.
 *
 * @param request a `Request` of Fetch, a request of `node:http`, Express or Fastify, or headers and body
 * @returns what happened, to which contact; what no source knows is in `others` and `form`
 * @throws EgoiCallbackError for anything that is no callback; its `status` is what to answer
 * @throws EgoiConfigError for wrong or unknown limits
 * @example
 * const callback = await readCallback(request);
 * if (callback.event === 'removeSubscriber') await forget(callback.contact.EMAIL);
 */
export async function readCallback(
  request: ReceivedRequest,
  limits: ReadingLimits = {},
): Promise<Callback> {
  const resolved = resolveLimits('readCallback', limits);
  const form = await formOf(request, resolved);
  const [first, ...further] = form;
  if (first === undefined) {
    throw new EgoiCallbackError('content', 'the form of the callback is empty');
  }
  // Receivers of the service look for the names that they know, or take the first field.
  const [field, document] = form.find(([name]) => isCallbackEvent(name)) ?? first;
  const others: Record<string, string> = Object.create(null);
  for (const [name, value] of [first, ...further]) if (name !== field) others[name] = value;
  const contact = await readDocument(document);
  const about = { contact, form: others };
  return isCallbackEvent(field) ? { event: field, ...about } : { event: 'other', field, ...about };
}

async function formOf(
  request: ReceivedRequest,
  limits: Required<ReadingLimits>,
): Promise<readonly (readonly [name: string, value: string])[]> {
  const { method = 'POST', url = '' } = request;
  if (method === 'GET') {
    const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
    if (query.length > limits.maxBodyBytes) {
      throw new EgoiCallbackError('size', 'the query has more than maxBodyBytes');
    }
    return readForm(query, '');
  }
  if (method !== 'POST') throw new EgoiCallbackError('method', 'a callback comes by POST or GET');
  const type = headerOf(request, 'content-type');
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)?\s*(;|$)/i.test(type)) {
    throw new EgoiCallbackError('type', 'a callback is a form: application/x-www-form-urlencoded');
  }
  const body = await receiveBody(request, limits);
  if (typeof body === 'string') return readForm(body, /^multipart/i.test(type) ? type : '');
  return Object.entries(body).map(([name, value]) => {
    if (typeof value === 'string') return [name, value];
    throw new EgoiCallbackError('form', 'a field of the form came twice, or is no text');
  });
}
