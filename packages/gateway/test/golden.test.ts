import { createGateway } from '@egoi-client/gateway';
import {
  EgoiFaultError,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import { type Credentials } from '@egoi-client/core/wire';
import { scriptedTransport, type ScriptStep } from '@egoi-client/core/testing';
import { decodeAnswer as decodeSoap } from '@egoi-client/soap-encoding';
import { decodeAnswer as decodeXmlrpc } from '@egoi-client/transport-xmlrpc/codec';
import { describe, expect, test } from '@jest/globals';
import {
  type GoldenWire,
  goldenBody,
  goldenCases,
  goldenWires,
  readGolden,
} from './support/golden.ts';
import { asForm, goldenKey, goldenParams, goldenValues } from './support/golden-values.ts';
import { bodyOf, post } from './support/requests.ts';

function requestOf(wire: GoldenWire, name: string, change = (text: string) => text) {
  const file = wire.wire === 'rest' ? 'request.form' : 'request.xml';
  return post(wire.path, change(readGolden(wire, name, file).trim()));
}

function keyIn(credentials: Credentials): string | undefined {
  return 'apiKey' in credentials ? credentials.apiKey.reveal() : undefined;
}

/** What the backend of the captured case does. */
function stepFor(name: string): ScriptStep[] {
  if (name.endsWith('__unknown-method')) return [];
  if (!name.endsWith('__fault')) return [{ value: goldenValues[name] as WireValue }];
  return [
    { error: new EgoiFaultError({ faultCode: '42', faultString: 'kaput <&> "quoted"' }, {}) },
  ];
}

describe.each(goldenWires)('a captured request over $wire', (wire) => {
  test.each(goldenCases(wire))('%s reaches the transport as its client sent it', async (name) => {
    const seen: TransportRequest[] = [];
    const transport: Transport = {
      id: 'spy',
      call: async (request) => {
        seen.push(request);
        return { value: 'OK', transport: 'spy', durationMs: 0 };
      },
    };
    const reply = await createGateway(transport).handle(requestOf(wire, name));
    expect(reply.status).toBe(200);
    const [request] = seen;
    const [method = '', variant = ''] = name.split('__');
    const params = goldenParams(name);
    expect(request).toMatchObject({ method, attempt: 1 });
    expect(request?.spec?.name ?? method).toBe(method);
    expect(request?.params).toStrictEqual(wire.wire === 'rest' ? asForm(params) : params);
    const keys: Record<string, string | undefined> = {
      'error-bare-string': 'wrong',
      'error-no-credentials': undefined,
    };
    expect(keyIn(request?.credentials as Credentials)).toBe(
      variant in keys ? keys[variant] : goldenKey,
    );
  });
});

const [soap, universal, xmlrpc, rest] = goldenWires;

describe.each([soap, universal])('an answer over $wire', (wire) => {
  test.each(goldenCases(wire))('%s means what was captured', async (name) => {
    const gateway = createGateway(scriptedTransport(stepFor(name)));
    const reply = await gateway.handle(requestOf(wire, name));
    const captured = readGolden(wire, name, 'response.http');
    const method = name.split('__')[0] ?? '';
    expect(reply.status).toBe(Number(captured.split(' ')[1]));
    expect(reply.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(decodeSoap(bodyOf(reply), method)).toStrictEqual(
      decodeSoap(goldenBody(wire, name, 'response.http'), method),
    );
  });
});

describe('an answer over xmlrpc', () => {
  test.each(goldenCases(xmlrpc))('%s means what was captured', async (name) => {
    const gateway = createGateway(scriptedTransport(stepFor(name)));
    const reply = await gateway.handle(requestOf(xmlrpc, name));
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(decodeXmlrpc(bodyOf(reply))).toStrictEqual(
      decodeXmlrpc(goldenBody(xmlrpc, name, 'response.http')),
    );
  });
});

describe.each([
  { format: 'json', contentType: 'application/json' },
  { format: 'xml', contentType: 'text/xml; charset=utf-8' },
])('an answer over rest in $format', ({ format, contentType }) => {
  test.each(goldenCases(rest))('%s is what was captured, byte by byte', async (name) => {
    const gateway = createGateway(scriptedTransport(stepFor(name)));
    const request = requestOf(rest, name, (form) => form.replace('type=json', `type=${format}`));
    const reply = await gateway.handle(request);
    expect(reply.headers['content-type']).toBe(contentType);
    const captured = goldenBody(rest, name, `response.${format}`);
    // The captured method saw a form, from which the null had gone.
    const answer = name.endsWith('__bulk') ? withoutNullName(bodyOf(reply)) : bodyOf(reply);
    expect(answer).toBe(captured);
  });
});

function withoutNullName(text: string): string {
  return text.replace(',"first_name":""', '').replace('<first_name></first_name>', '');
}
