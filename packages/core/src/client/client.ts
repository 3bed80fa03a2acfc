import { apiErrorIn, bareResult } from '../answers/api-answer.ts';
import {
  callTransport,
  errorContext,
  type LinkedSignal,
  linkSignals,
} from '../contract/call-end.ts';
import { allMethods, findMethod } from '../catalogue/catalogue.ts';
import type { MethodSpec } from '../catalogue/method-spec.ts';
import type { CallOptions } from '../options/call-options.ts';
import type { Schema } from '../catalogue/schema.ts';
import {
  type EgoiClientOptions,
  type ResolvedEgoiClientOptions,
  resolveClientOptions,
} from './client-options.ts';
import { EgoiAbortError, EgoiInputError, type InputProblem } from '../errors/errors.ts';
import { checkParams, toWireParams } from '../params/input-check.ts';
import { withDebugOfEnvironment } from '../interceptors/debug/from-environment.ts';
import { normaliseResult, pagedItems } from '../answers/normalise.ts';
import { timeLimit } from '../options/options.ts';
import {
  checkPaging,
  defaultPageSize,
  type PageOptions,
  type PageReader,
  type Pages,
  pagesOf,
} from '../paging/paginate.ts';
import { redactorFor } from '../identity/secret.ts';
import { defaultRequestLimits, type RequestLimits } from '../values/request-limits.ts';
import {
  type Call,
  composeCall,
  type TransportReply,
  type TransportRequest,
} from '../contract/transport.ts';
import type { EgoiMethods } from '../types/methods.ts';
import type { PagedMethods } from '../types/pages.ts';
import type { WireObject, WireValue } from '../values/wire-value.ts';

/**
 * The E-goi API v2: one method for each of the service's, the same answers and errors whichever
 * transport carries them.
 *
 * @example
 * const client = new EgoiClient({ apiKey, transport: soapTransport() });
 * const lists = await client.getLists({ start: 0, limit: 20 });
 */
export class EgoiClient {
  readonly #options: ResolvedEgoiClientOptions;
  readonly #call: Call;
  readonly #underWay = new Set<LinkedSignal>();
  #closed: EgoiAbortError | undefined;

  static {
    // The catalogue is the only list of methods: the class gets them from it, here and nowhere else.
    for (const spec of allMethods()) {
      Object.defineProperty(EgoiClient.prototype, spec.name, {
        configurable: true,
        writable: true,
        value: function callByName(this: EgoiClient, params?: WireObject, options?: CallOptions) {
          return this.#result(spec.name, spec, params, options);
        },
      });
    }
  }

  /** @throws EgoiConfigError for wrong or unknown options */
  constructor(options: EgoiClientOptions) {
    this.#options = resolveClientOptions(options);
    const { transport, interceptors } = this.#options;
    this.#call = composeCall(withDebugOfEnvironment(interceptors), (request) =>
      callTransport(transport, request),
    );
  }

  /**
   * Calls any method by name, also one that the catalogue does not have yet: its result then comes
   * as the wire brought it.
   *
   * @param method the API's own spelling
   * @param params the method's parameters without the key; names that the catalogue does not know pass
   * @throws EgoiInputError before anything is sent, and any other EgoiError
   */
  async call(
    method: string,
    params: { readonly [key: string]: unknown } = {},
    options: CallOptions = {},
  ): Promise<WireValue> {
    return this.#result(method, findMethod(method), params, options);
  }

  async #result(
    method: string,
    spec: MethodSpec | undefined,
    params: { readonly [key: string]: unknown } = {},
    options: CallOptions = {},
  ): Promise<WireValue> {
    const { value, result } = await this.#ask(method, spec, params, options);
    return result === undefined ? value : normaliseResult(result, value);
  }

  async #ask(
    method: string,
    spec: MethodSpec | undefined,
    params: { readonly [key: string]: unknown },
    options: CallOptions,
    reader?: PageReader,
  ): Promise<Answer> {
    const { credentials, timeoutMs, pluginKey, transport } = this.#options;
    const redact = redactorFor(credentials);
    const checked = checkCall(method, spec, params, options);
    if (checked.problems.length > 0) {
      throw new EgoiInputError(checked.problems, { method, transport: transport.id, redact });
    }
    const limitMs = options.timeoutMs ?? timeoutMs;
    const link = linkSignals([options.signal, reader?.leaving], {
      timeoutMs: limitMs,
      what: 'the whole call',
    });
    if (this.#closed !== undefined) link.fire(this.#closed);
    const wireParams =
      pluginKey === undefined ? checked.params : { plugin_key: pluginKey, ...checked.params };
    const request: TransportRequest = {
      method,
      spec,
      params: wireParams,
      credentials,
      signal: link.signal,
      callId: crypto.randomUUID(),
      attempt: 1,
      onItem: reader?.onItem,
    };
    this.#underWay.add(link);
    try {
      const reply = await this.#call(request);
      return readAnswer(reply, request);
    } finally {
      this.#underWay.delete(link);
      link.dispose();
    }
  }

  /**
   * All items of a paged method, one by one, in the service's order: `subscriberData` (all contacts of
   * a list), `getLists` and `getCampaigns`. Asks for a page when the one before is used up, so memory
   * stays the same whatever the number of items: what arrives faster than the loop takes it waits, one
   * page of it at most.
   *
   * Over SOAP, XML-RPC and REST's XML an item is given as soon as it has arrived, while the rest of
   * its page is still under way. Leaving the loop ends the call. When an answer breaks off, the loop
   * gets what came of it and then the error; with `retry` it goes on behind the items that it has.
   * `pages()` gives whole pages only.
   *
   * What comes or goes meanwhile moves the pages: an item that moved back is given once, one that moved
   * ahead of the page is missed. Each page is one call of the hour's 150.
   *
   * @param method the API's own spelling
   * @param rest the method's parameters without `start` and `limit`, then how to page
   * @throws EgoiInputError at once for a method without pages or wrong options; while iterating,
   *   what the calls reject with, and EgoiProtocolError when the service repeats one page for ever
   * @example
   * for await (const contact of client.paginate('subscriberData', { listID: 1 })) {
   *   console.log(contact.EMAIL);
   * }
   */
  paginate<Name extends keyof PagedMethods>(
    method: Name,
    ...rest: {} extends PagedMethods[Name]['params']
      ? [params?: PagedMethods[Name]['params'], options?: PageOptions]
      : [params: PagedMethods[Name]['params'], options?: PageOptions]
  ): Pages<PagedMethods[Name]['item']>;
  paginate(
    method: string,
    params: { readonly [key: string]: unknown } = {},
    options: PageOptions = {},
  ): Pages<unknown> {
    const spec = findMethod(method);
    const { from = 0, pageSize = defaultPageSize, ...callOptions } = options;
    const problems = checkPaging(spec, params, from, pageSize);
    if (spec?.paging === undefined || problems.length > 0) {
      throw new EgoiInputError(problems, { method, transport: this.#options.transport.id });
    }
    const { paging } = spec;
    const { result } = spec.formFor({ ...params, ...paging.fixed } as WireObject);
    return pagesOf(
      {
        paging,
        items: pagedItems(result, paging.items),
        call: async (page, reader) => {
          const wish = { ...params, ...paging.fixed, ...page };
          return (await this.#ask(method, spec, wish, callOptions, reader)).value;
        },
      },
      {
        from,
        pageSize,
        ...(callOptions.signal === undefined ? {} : { signal: callOptions.signal }),
      },
    );
  }

  /** How much one request may hold on this client's transport. For bulk work, which fills its calls. */
  get limits(): RequestLimits {
    return this.#options.transport.limits ?? defaultRequestLimits;
  }

  /** Ends calls under way with `EgoiAbortError`, refuses further ones and closes the transport. */
  async close(): Promise<void> {
    this.#closed ??= new EgoiAbortError('the client was closed');
    for (const link of this.#underWay) link.fire(this.#closed);
    await this.#options.transport.close?.();
  }
}

/** Every method of the catalogue, typed. */
export interface EgoiClient extends EgoiMethods {}

function checkCall(
  method: string,
  spec: MethodSpec | undefined,
  params: unknown,
  options: CallOptions,
): { readonly params: WireObject; readonly problems: readonly InputProblem[] } {
  const { params: wireParams, problems } = toWireParams(params);
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(method)) {
    problems.push({
      path: 'method',
      problem: 'must be a method name: up to 64 letters, digits and underscores',
    });
  }
  if (Object.hasOwn(wireParams, 'apikey')) {
    problems.push({ path: 'apikey', problem: 'belongs to the client, not to the parameters' });
  }
  if (options.timeoutMs !== undefined && !timeLimit.safeParse(options.timeoutMs).success) {
    problems.push({ path: 'options.timeoutMs', problem: 'must be 1 to 86,400,000 milliseconds' });
  }
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal)) {
    problems.push({ path: 'options.signal', problem: 'must be an AbortSignal' });
  }
  if (spec !== undefined && problems.length === 0) problems.push(...checkParams(spec, wireParams));
  return { params: wireParams, problems };
}

/** What the API said, as the wire brought it. */
interface Answer {
  readonly value: WireValue;
  /** The form that it is to get; `undefined` for a method outside the catalogue. */
  readonly result: Schema | undefined;
}

function readAnswer(reply: TransportReply, request: TransportRequest): Answer {
  const { transport, attempts = request.attempt } = reply;
  const value = bareResult(reply.value);
  const result = request.spec?.formFor(request.params).result;
  const error = apiErrorIn(value, result, { ...errorContext(request, transport), attempts });
  if (error !== undefined) throw error;
  return { value, result };
}
