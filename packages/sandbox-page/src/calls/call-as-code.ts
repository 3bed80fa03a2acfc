import { inspect } from 'node:util';
import type { TransportRequest, WireObject, WireValue } from '@egoi-client/core';
import { Secret, wireCall } from '@egoi-client/core/wire';
import { encodeCall as encodeSoap, soapServices } from '@egoi-client/soap-encoding';
import { encodeCall as encodeForm } from '@egoi-client/transport-rest/codec';
import { encodeCall as encodeXmlrpc } from '@egoi-client/transport-xmlrpc/codec';
import { curlOf, keyName, quoted } from './curl-text.ts';
import type { DecodedCall, Exchange } from './exchange.ts';
import { prettyForm, prettyXml } from './readable-body.ts';

/** A call in another form. */
export interface CallForm {
  readonly title: string;
  readonly text: string;
}

const scope = '@egoi-client';

/** Longer values are cut in code: nobody copies a file of megabytes out of a page. */
const mostCharacters = 20_000;

/**
 * @param origin of the server, `http://127.0.0.1:8080`
 * @param overV3 the call by API v3
 */
export function formsOfCall(
  call: DecodedCall,
  origin: string,
  overV3: string,
): readonly CallForm[] {
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
    ['API v3', () => overV3],
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

/** A call with a name in place of its key. */
export function withoutSecrets(request: DecodedCall['request']): TransportRequest {
  const { method, spec, params } = request;
  const credentials = { apiKey: new Secret(keyName) };
  const { signal } = new AbortController();
  return { method, spec, params, credentials, signal, callId: 'as code', attempt: 1 };
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
    { title: 'curl', text: written(() => curlOf({ method, url, headers, body })) },
    { title: 'PHP', text: written(() => phpText) },
  ];
}
