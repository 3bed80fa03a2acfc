import { type OperationName, operations } from '@egoi-client/v3-api';
import { hasOtherKey, type JudgedCall } from '../calls/judged-call.ts';
import type { SentRequest } from '../calls/write-unchecked.ts';
import { type Caller, plainCaller, send } from '../served/run-calls.ts';
import { phpModuleRequests } from './php-modules.ts';

type Values = Readonly<Record<string, unknown>>;
type QueryValue = string | number | boolean | undefined;

const headers = {
  Accept: 'application/json',
  // Where there is no body as well.
  'Content-Type': 'application/json',
  'User-Agent': 'OpenAPI-Generator/1.1.9RC1/PHP',
};

/**
 * A caller that sends requests as the maker's SDK for PHP and the modules for shops that are written in PHP
 * do; what they cannot say goes as the client half writes it.
 */
export function phpCaller(url: string): Caller {
  const plain = plainCaller(url);
  return {
    call(call) {
      const request = phpRequestOf(call);
      return request === undefined ? plain.call(call) : send(url, request, headers);
    },
  };
}

/** The request of a call as PHP writes it; `undefined` where it cannot be written. */
export function phpRequestOf(call: JudgedCall): SentRequest | undefined {
  const ofModule = phpModuleRequests.get(call);
  if (ofModule !== undefined) return ofModule;
  const { kind, name } = call;
  const { body, ...params } = call.input as Values & { readonly body?: unknown };
  // The SDK writes the fields of this filter as parameters of their own: the service would pass them over.
  const isUnsaid = params['extra_field_id'] !== undefined;
  if (kind === 'wrong' || hasOtherKey(call) || isUnsaid) return undefined;
  const { method, path, pathParams } = operations[name];
  const query = phpQuery(name, params);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    pathParams[param] === undefined ? '' : encodeURIComponent(String(params[param])),
  );
  return {
    method,
    path: query === '' ? filled : `${filled}?${query}`,
    body: body === undefined ? undefined : phpJson(withDefaults(name, body)),
  };
}

/** Defaults are filled in, what PHP holds to be empty is left out, and booleans are digits. */
function phpQuery(name: OperationName, params: Values): string {
  return Object.entries(operations[name].queryParams)
    .map(([param, { usual }]) => [param, (params[param] as QueryValue) ?? usual] as const)
    .filter(([, value]) => value !== undefined && value !== '' && value !== 0)
    .map(([param, value]) => [param, typeof value === 'boolean' ? Number(value) : value] as const)
    .map(([param, value]) => `${param}=${encodeURIComponent(String(value))}`)
    .join('&');
}

/** The defaults of members that the SDK's classes fill in, by the places of their objects. */
const bodyDefaults: Readonly<Partial<Record<OperationName, Readonly<Record<string, Values>>>>> = {
  createContact: { base: { status: 'active' } },
  patchContact: { base: { status: 'active' } },
  updateContactByField: { base: { status: 'active' } },
  actionUpdateContacts: { base: { status: 'active' } },
  actionImportBulk: { '': { force_empty: false }, 'contacts.base': { status: 'active' } },
  actionSendEmail: { '': { unique_contacts_only: false } },
  actionSendVoice: { '': { unique_contacts_only: false } },
  createEmailCampaign: {
    'header_footer.footer_links': {
      forward: false,
      view_web: false,
      unsubscribe: false,
      edit: false,
      social_share: false,
      facebook_share: false,
      twitter_share: false,
    },
  },
};

function withDefaults(name: OperationName, body: unknown): unknown {
  const defaults = Object.entries(bodyDefaults[name] ?? {});
  return defaults.reduce<unknown>(
    (made, [place, values]) => filledIn(made, place === '' ? [] : place.split('.'), values),
    body,
  );
}

function filledIn(value: unknown, [step, ...rest]: readonly string[], values: Values): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => filledIn(item, step === undefined ? [] : [step, ...rest], values));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (step === undefined) return { ...values, ...value };
  const members = value as Values;
  if (members[step] === undefined) return value;
  return { ...members, [step]: filledIn(members[step], rest, values) };
}

/** Moments are written as RFC 3339 has them, slashes and whatever is not ASCII escaped. */
function phpJson(value: unknown): string {
  const text = JSON.stringify(value, (_name, item: unknown) =>
    typeof item === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(item)
      ? `${item.replace(' ', 'T')}+00:00`
      : item,
  );
  return escaped(text);
}

/** JSON as PHP's `json_encode` escapes it. */
function escaped(json: string): string {
  return json
    .replaceAll('/', '\\/')
    .replaceAll(
      /[\u0080-\uffff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
