import { inspect } from 'node:util';
import type { TransportRequest, WireObject, WireValue } from '@egoi-client/core';
import { Secret, wireCall } from '@egoi-client/core/wire';
import { encodeCall as encodeSoap, soapServices } from '@egoi-client/soap-encoding';
import { encodeCall as encodeForm } from '@egoi-client/transport-rest/codec';
import { translationOf } from '@egoi-client/transport-v3';
import { encodeCall as encodeXmlrpc } from '@egoi-client/transport-xmlrpc/codec';
import { type DecodedCall, type Exchange, knownMethod } from './exchange.ts';
import { prettyForm, prettyXml } from './readable-body.ts';

/** What stands for the key in everything that is to be copied. */
const keyName = 'YOUR_API_KEY';

/** A call in another form. */
export interface CallForm {
  readonly title: string;
  readonly text: string;
}

const scope = '@egoi-client';

/** Longer values are cut in code: nobody copies a file of megabytes out of a page. */
const mostCharacters = 20_000;

/** @param origin of the server, `http://127.0.0.1:8080` */
export function formsOfCall(call: DecodedCall, origin: string): readonly CallForm[] {
  const request = withoutSecrets(call.request);
  const { method, params } = request;
  const wire = wireCall(request);
  const { soap, soap_any: universal } = soapServices;
  const envelope = (namespace: string) =>
    encodeSoap({
      namespace,
      method,
      options: wire.options,
      ...(wire.parts === undefined ? {} : { parts: wire.parts }),
    });
  const forms: readonly (readonly [string, () => string])[] = [
    ['TypeScript', () => typescript(method, params, origin)],
    ['curl', () => curlOfForm(encodeForm(wire, 'json'), origin)],
    ['PHP', () => php(method, wire.options, origin)],
    [
      'SOAP',
      () => soapText(origin, '/v2/soap.php', soap.namespace, method, envelope(soap.namespace)),
    ],
    [
      'Universal SOAP',
      () =>
        soapText(
          origin,
          '/v2/soap_any.php',
          universal.namespace,
          method,
          envelope(universal.namespace),
        ),
    ],
    [
      'XML-RPC',
      () =>
        `POST ${origin}/v2/xmlrpc.php\nContent-Type: text/xml; charset=utf-8\n\n${prettyXml(encodeXmlrpc(wire))}`,
    ],
    [
      'REST',
      () =>
        `POST ${origin}/v2/rest.php\nContent-Type: application/x-www-form-urlencoded\n\n${prettyForm(encodeForm(wire, 'json'))}`,
    ],
    ['API v3', () => overV3(call)],
  ];
  return forms.map(([title, write]) => ({ title, text: written(write) }));
}

/** What a form cannot carry is told in its place. */
function written(write: () => string): string {
  try {
    const text = write();
    return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}\n… (cut)` : text;
  } catch (error) {
    return `This form cannot carry the call: ${error instanceof Error ? error.message : 'its values'}`;
  }
}

function withoutSecrets(request: TransportRequest): TransportRequest {
  const { method, spec, params, signal, callId, attempt } = request;
  const credentials = { apiKey: new Secret(keyName) };
  return { method, spec, params, credentials, signal, callId, attempt };
}

function literal(value: unknown): string {
  return inspect(value, {
    depth: null,
    maxArrayLength: null,
    maxStringLength: null,
    breakLength: 90,
    sorted: false,
  });
}

function typescript(method: string, params: TransportRequest['params'], origin: string): string {
  const given = Object.keys(params).length === 0 ? '' : literal(params);
  return `import { EgoiClient } from '${scope}/core';
import { soapUniversalTransport } from '${scope}/transport-soap-universal';

const transport = soapUniversalTransport({ endpoint: '${origin}/v2/soap_any.php' });
const client = new EgoiClient({ apiKey: process.env['EGOI_API_KEY'] ?? '', transport });
console.log(await client.${method}(${given}));`;
}

function curlOfForm(form: string, origin: string): string {
  const fields = form.split('&').map((field) => `  --data ${quoted(field)}`);
  return [`curl ${quoted(`${origin}/v2/rest.php`)}`, ...fields].join(' \\\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function php(method: string, options: WireObject, origin: string): string {
  return `<?php
$client = new SoapClient('${origin}/v2/soap.php?wsdl');
print_r($client->${method}(${phpLiteral(options, 0)}));`;
}

function phpLiteral(value: WireValue | readonly string[], depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'string') {
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  }
  if (typeof value !== 'object') return String(value);
  const entries = Array.isArray(value)
    ? value.map((item: WireValue) => phpLiteral(item, depth + 1))
    : Object.entries(value).map(
        ([key, item]: [string, WireValue]) =>
          `${phpLiteral(key, 0)} => ${phpLiteral(item, depth + 1)}`,
      );
  const indent = '    '.repeat(depth + 1);
  return `[\n${entries.map((entry) => `${indent}${entry},\n`).join('')}${'    '.repeat(depth)}]`;
}

function soapText(
  origin: string,
  path: string,
  namespace: string,
  method: string,
  envelope: string,
): string {
  return `POST ${origin}${path}
Content-Type: text/xml; charset=utf-8
SOAPAction: "${namespace}#${method}"

${prettyXml(envelope)}`;
}

/** What becomes of it there: the requests themselves depend on what the account answers to the first. */
function overV3(call: DecodedCall): string {
  const method = knownMethod(call);
  if (method === undefined) return 'This is no method of the catalogue.';
  const translation = translationOf(method);
  if (translation.verdict === 'refused') {
    return `v3Transport() refuses ${method}: ${translation.reason}\n${translation.wayOut}`;
  }
  const { verdict, operations, cost, losses } = translation;
  const lost = losses.map(({ name, reason, needsLeave }) => {
    return `  ${name}: ${reason}${needsLeave ? ' (refused unless allowLosses names it)' : ''}`;
  });
  return [
    `v3Transport() answers ${method} ${verdict === 'exact' ? 'exactly' : 'with losses'}, in ${cost.requests} request${cost.requests === 1 ? '' : 's'} at least.`,
    '',
    'Operations:',
    ...operations.map((operation) => `  ${operation}`),
    ...(lost.length === 0 ? [] : ['', 'Losses:', ...lost]),
  ].join('\n');
}

/** A request of API v3, or one that is no call, as programs make it. */
export function formsOfRequest(
  { head, request }: Exchange,
  origin: string,
  redact: (text: string) => string,
): readonly CallForm[] {
  const url = origin + redact(head.url.replace(/^https?:\/\/[^/?#]*/i, ''));
  const body = redact(request.bytes.toString('utf8'));
  const sent = ['content-type', 'accept', 'soapaction'].flatMap((name) => {
    const value = head.headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const headers: (readonly [string, string])[] =
    head.headers['apikey'] === undefined ? sent : [['apikey', keyName], ...sent];
  const { method } = head;
  const init = { method, headers: Object.fromEntries(headers), ...(body === '' ? {} : { body }) };
  const curl = [
    `curl --request ${method} ${quoted(url)}`,
    ...headers.map(([name, value]) => `  --header ${quoted(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`  --data-binary ${quoted(body)}`]),
  ].join(' \\\n');
  const phpText = `<?php
$curl = curl_init(${phpLiteral(url, 0)});
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => ${phpLiteral(method, 0)},
    CURLOPT_HTTPHEADER => ${phpLiteral(
      headers.map(([name, value]) => `${name}: ${value}`),
      1,
    )},
    CURLOPT_RETURNTRANSFER => true,${body === '' ? '' : `\n    CURLOPT_POSTFIELDS => ${phpLiteral(body, 1)},`}
]);
echo curl_exec($curl);`;
  return [
    {
      title: 'TypeScript',
      text: written(
        () =>
          `const answer = await fetch(${literal(url)}, ${literal(init)});\nconsole.log(answer.status, await answer.text());`,
      ),
    },
    { title: 'curl', text: written(() => curl) },
    { title: 'PHP', text: written(() => phpText) },
  ];
}
