import { EgoiAbortError, EgoiConnectionError } from '@egoi-client/core';
import { STATUS_CODES } from 'node:http';
import { option, resolveOptions } from '@egoi-client/core/wire';
import {
  addressOf,
  type AdmittedRequest,
  Deadlines,
  type HttpReply,
  type HttpRequest,
  httpReply,
  type HttpService,
  type ListenOptions,
  requestHandler,
  type RequestHead,
  type ResolvedServerOptions,
  resolveServerLimits,
  serverOptions,
  type ServerOptions,
  startServer,
  targetOf,
} from '@egoi-client/http/server';
import {
  problem,
  type ProblemStatus,
  problemTitles,
  type V3Answer,
  type V3Request,
  writeProblem,
} from '@egoi-client/v3-api';

/** An account that answers by API v3, such as the sandbox. */
export interface V3Account {
  answerV3(request: V3Request): Promise<V3Answer>;
  /**
   * The content of a file that the account made; `undefined` for a name that none has. Rejects with
   * `EgoiAbortError` once the account is closed, and with `EgoiConnectionError` while it cannot be read.
   */
  madeFile(name: string): Promise<string | undefined>;
}

/** Limits and habits of a server of API v3. */
export interface V3ServerOptions extends ServerOptions {
  /** Largest body of a request, in bytes; more is answered 413. @default 20971520 (20 MiB), as the service has it */
  readonly maxBodyBytes?: number;
  /** Told, for a log, of a defect of the account, as it was thrown. @default none */
  readonly onError?: (error: unknown) => void;
}

/** Serves an account over API v3. */
export interface V3Server {
  /**
   * Answers one request, without a server. What goes wrong is an answer too; it rejects only where a
   * server would close the connection, since the account lost its answer.
   */
  handle(request: HttpRequest): Promise<HttpReply>;
  /**
   * Starts a server.
   *
   * @throws EgoiConfigError for wrong options, unusable TLS material, or an address that cannot be had
   */
  listen(options?: ListenOptions): Promise<ListeningV3Server>;
}

/** A server of API v3 that listens. */
export interface ListeningV3Server {
  readonly port: number;
  /** The base address for clients on the same machine: `http://127.0.0.1:8080/v3`. */
  readonly url: string;
  /** Takes no new connections and lets running requests end. The account stays open: it is the caller's. */
  close(): Promise<void>;
}

const shape = {
  ...serverOptions,
  maxBodyBytes: option.bytes(20 * 1024 * 1024),
  onError: option.callback<NonNullable<V3ServerOptions['onError']>>(() => undefined),
};

/** An account as an option. */
export const v3AccountOption = option.custom<V3Account>(
  (value) => typeof (value as Partial<V3Account> | null)?.answerV3 === 'function',
  'must answer by API v3, as sandboxTransport() does',
);

/** Where API v3 is served. */
const base = '/v3';
const filesBase = `${base}-files`;

/**
 * Serves an account over API v3, below `/v3`; the files that exports make are below `/v3-files`.
 *
 * @param account answers the requests; stays open when the server closes
 * @throws EgoiConfigError for wrong or unknown options, or something that is no such account
 *
 * @example
 * const server = await createV3Server(sandboxTransport()).listen({ port: 8080 });
 */
export function createV3Server(account: V3Account, options: V3ServerOptions = {}): V3Server {
  resolveOptions('createV3Server', { account: v3AccountOption }, { account });
  const { onError, ...limits } = resolveOptions('createV3Server', shape, options);
  const resolved = resolveServerLimits('createV3Server', limits);
  const service = v3Service(account, resolved, onError);
  return {
    handle: requestHandler(service, resolved),
    async listen(listenOptions) {
      const server = await startServer(service, resolved, listenOptions);
      return {
        port: server.port,
        url: v3Url(server.origin),
        close: () => server.close(),
      };
    },
  };
}

/** The base address of API v3 on a server. */
export function v3Url(origin: string): string {
  return `${origin}${base}`;
}

/** Whether a request is one for API v3, or for a file that an account made by it. */
export function isForV3({ url }: RequestHead): boolean {
  const { path } = targetOf(url);
  return [base, filesBase].some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** What a server serves of an account by API v3. */
export function v3Service(
  account: V3Account,
  { publicUrl, timeoutMs }: Pick<ResolvedServerOptions, 'publicUrl' | 'timeoutMs'>,
  onDefect: (error: unknown) => void,
): HttpService {
  const deadlines = new Deadlines(timeoutMs);

  /** Does not wait for an account that takes longer than it may. */
  const inTime = (answering: Promise<HttpReply>) =>
    new Promise<HttpReply>((resolve, reject) => {
      const late = () => resolve(problemReply(408, 'The account did not answer in time'));
      const deadline = deadlines.start(late);
      answering.then(resolve, reject).finally(() => deadlines.stop(deadline));
    });

  const file = async (name: string) => {
    try {
      return fileReply(name, await account.madeFile(name));
    } catch (error) {
      if (error instanceof EgoiAbortError) return problemReply(503, 'The account was closed');
      if (error instanceof EgoiConnectionError) return problemReply(503, 'The account is in use');
      throw error;
    }
  };

  const call = async (head: RequestHead, bytes: Buffer, path: string) => {
    const body = bytes.toString('utf8');
    // What is no UTF-8 must not become other letters in silence.
    if (!bytes.equals(Buffer.from(body))) return problemReply(400, 'The body is not in UTF-8');
    const { method, headers, origin = 'http://localhost' } = head;
    const address = publicUrl ?? addressOf(headers['host'], origin);
    if (address === undefined) return problemReply(400, 'The Host header is none');
    const filesUrl = `${address}${filesBase}`;
    const apiKey = headers['apikey'];
    const answer = await account.answerV3({ method, path, apiKey, body, filesUrl });
    if (answer.defect !== undefined) onDefect(answer.defect);
    if (answer.isLost === true) throw new LostAnswer('the account lost its answer');
    const { 'content-type': type = jsonType, ...others } = answer.headers;
    return httpReply(answer.status, type, answer.body, others);
  };

  return {
    admit(head): AdmittedRequest | { readonly reply: HttpReply } {
      const { path, query } = targetOf(head.url);
      if (path.startsWith(`${filesBase}/`) && head.method === 'GET') {
        return { answer: () => inTime(file(path.slice(filesBase.length + 1))) };
      }
      if (!path.startsWith(`${base}/`)) return { reply: problemReply(404, nowhere) };
      const pieces: Buffer[] = [];
      const target = `${path.slice(base.length)}${query === '' ? '' : `?${query}`}`;
      return {
        write: (bytes) => void pieces.push(Buffer.from(bytes)),
        answer: () => inTime(call(head, Buffer.concat(pieces), target)),
      };
    },
    refuse: ({ status, text, option: name }) =>
      problemReply(status, name === undefined ? text : `${text} (option ${name})`),
    onDefect(error) {
      if (!(error instanceof LostAnswer)) onDefect(error);
    },
  };
}

/** Closes the connection in place of an answer. That the account wants it so is no defect. */
class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

const jsonType = 'application/json';
const nowhere = `There is nothing at this address: the API is below ${base}/`;

function problemReply(status: number, detail: string): HttpReply {
  const isOfApi = status in problemTitles;
  const document = problem((isOfApi ? status : 400) as ProblemStatus, detail);
  // What only a server of HTTP refuses has the title that HTTP has for it.
  const title = isOfApi ? document.title : (STATUS_CODES[status] ?? document.title);
  const { body } = writeProblem({ ...document, status, title });
  return httpReply(status, 'application/problem+json', body);
}

const fileTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

function fileReply(name: string, content: string | undefined): HttpReply {
  if (content === undefined) return problemReply(404, 'There is no such file');
  const type = fileTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
  // No browser is to show what contacts are called as a page.
  return httpReply(200, type, content, { 'content-disposition': 'attachment' });
}
