import { readFile } from 'node:fs/promises';
import { type OperationName, operationNames } from '@egoi-client/v3-api';
import addFormats from 'ajv-formats';
import { OpenAPIBackend } from 'openapi-backend';
import type { SentRequest } from '../calls/write-unchecked.ts';
import type { Answer } from '../served/run-calls.ts';

/** The maker's description of the API, as a judge. */
export interface OfficialDescription {
  /** What is wrong with a request; nothing where it is right. */
  complaintsOfRequest(request: SentRequest): string[];
  /** What is wrong with an answer; nothing where it is right. */
  complaintsOfAnswer(name: OperationName, answer: Pick<Answer, 'status' | 'body'>): string[];
}

type Backend = OpenAPIBackend;
type Document = ConstructorParameters<typeof OpenAPIBackend>[0]['definition'] & object;
type Complaint = NonNullable<ReturnType<Backend['validateRequest']>['errors']>[number];

/**
 * Reads the official description.
 *
 * @throws Error for a file that is none, or does not have an operation that is described here
 */
export async function readOfficialDescription(file: string): Promise<OfficialDescription> {
  const definition = JSON.parse(await readFile(file, 'utf8')) as Document;
  const backend = new OpenAPIBackend({
    definition,
    quick: true,
    ajvOpts: { strict: false, allErrors: true },
    customizeAjv: (ajv) => addFormats.default(ajv),
  });
  await backend.init();
  for (const name of operationNames) {
    if (backend.router.getOperation(name) === undefined) {
      throw new Error(`${file} does not have the operation ${name}`);
    }
  }
  return {
    complaintsOfRequest({ method, path, body }) {
      const request = {
        method,
        path: path.replace(/\?.*$/s, ''),
        query: queryOf(path),
        ...(body === undefined ? {} : { body }),
        headers: headersOf(body),
      };
      if (backend.router.matchOperation(request) === undefined) {
        return [`no operation is ${method} ${request.path}`];
      }
      return (backend.validateRequest(request).errors ?? []).map(wordsOf);
    },
    complaintsOfAnswer(name, { status, body }) {
      const described = backend.router.getOperation(name)?.responses;
      if (described?.[String(status)] === undefined) return [`status ${status} is not described`];
      if (body === undefined) return [];
      return (backend.validateResponse(body, name, status).errors ?? []).map(wordsOf);
    },
  };
}

function headersOf(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-type': 'application/json' };
}

function wordsOf({ instancePath, message = 'is wrong', params }: Complaint): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`.trim();
}

/**
 * The reader of the library makes a list of `extra_field_id[1]=Porto`, since its name looks like an index.
 * Its types have no objects here; its judge has.
 */
function queryOf(path: string): Record<string, string> {
  const query: Record<string, string | Record<string, string>> = {};
  const text = path.includes('?') ? path.slice(path.indexOf('?') + 1) : '';
  for (const [name, value] of new URLSearchParams(text)) {
    const [, map, key] = /^(\w+)\[([\w-]+)\]$/.exec(name) ?? [];
    if (map === undefined || key === undefined) query[name] = value;
    else query[map] = { ...(query[map] as Record<string, string> | undefined), [key]: value };
  }
  return query as Record<string, string>;
}
