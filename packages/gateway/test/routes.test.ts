import { createGateway, type HttpRequest } from '@egoi-client/gateway';
import { scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import {
  answerTo,
  ask,
  bodyOf,
  endpoints,
  key,
  post,
  restCall,
  soapCall,
  xmlrpcCall,
} from './support/requests.ts';

function serving(value: string | null = 'OK') {
  const transport = scriptedTransport([{ value }, { value }, { value }]);
  return { transport, gateway: createGateway(transport) };
}

describe('an address', () => {
  test.each([
    '/',
    '/v2/soap.php/',
    '/V2/SOAP.PHP',
    '/v2/soap.php%20',
    '/v2/../v2/rest.php',
    '//v2/rest.php',
    '/v2/rest.php#x',
    '*',
    '',
    '/__proto__',
  ])('%p is not found', async (url) => {
    const reply = await serving().gateway.handle({ ...post('/v2/rest.php', restCall('x')), url });
    expect(reply.status).toBe(404);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });

  test('in absolute form, as a proxy asks, is understood', async () => {
    const { gateway } = serving();
    const url = 'http://api.e-goi.com/v2/rest.php';
    const { status, body } = await answerTo(gateway, post(url, restCall('getLists')));
    expect(status).toBe(200);
    expect(body).toContain('"getLists"');
  });
});

describe('an HTTP method', () => {
  test.each([
    ['GET', '/v2/soap.php', 'POST'],
    ['GET', '/v2/soap_any.php?x=1', 'POST'],
    ['GET', '/v2/xmlrpc.php', 'POST'],
    ['GET', '/v2/xmlrpc.php?wsdl', 'POST'],
    ['HEAD', '/v2/rest.php', 'GET, POST'],
    ['OPTIONS', '/v2/rest.php', 'GET, POST'],
    ['PUT', '/v2/soap.php?wsdl', 'GET, POST'],
    ['TRACE', '/v2/soap_any.php', 'POST'],
    ['get', '/v2/rest.php', 'GET, POST'],
  ])('%s of %s is refused, and %s named', async (method, url, allow) => {
    const reply = await serving().gateway.handle(ask(method, url));
    expect(reply.status).toBe(405);
    expect(reply.headers).toMatchObject({ allow, 'content-type': 'text/plain; charset=utf-8' });
    expect(Object.keys(reply.headers).join()).not.toMatch(/access-control|server|powered/);
  });
});

describe.each(endpoints.filter(({ id }) => id !== 'rest'))(
  'a document of XML for $path',
  ({ path, write }) => {
    test.each([
      'application/x-www-form-urlencoded',
      'text/plain;charset=UTF-8',
      'application/octet-stream',
      'application/xml',
      'application/soap+xml',
    ])('of content type %s, as a tool may call it, is taken', async (type) => {
      const { gateway, transport } = serving('OK');
      const request = post(path, write('getReport'), { 'content-type': type });
      expect((await answerTo(gateway, request)).status).toBe(200);
      expect(transport.calls).toHaveLength(1);
    });
  },
);

describe.each(endpoints)('a call to $path', ({ id, path, write }) => {
  test('has an answer with its length and without sniffing', async () => {
    const reply = await serving('Olá').gateway.handle(post(path, write('getReport')));
    expect(reply.headers['content-length']).toBe(String(Buffer.byteLength(bodyOf(reply))));
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  const badStatus = { soap: 500, 'soap-universal': 500, xmlrpc: 200, rest: 400 }[id];

  test.each([
    'application/json',
    'text/html',
    'x;y;z',
    ...(id === 'rest' ? ['text/plain', 'text/xml'] : ['multipart/form-data; boundary=x']),
  ])('of content type %s is refused in its own way', async (type) => {
    const { gateway, transport } = serving();
    const { status, body } = await answerTo(
      gateway,
      post(path, write('getReport'), { 'content-type': type }),
    );
    expect(status).toBe(badStatus);
    expect(body).toContain('the content type must be');
    expect(transport.calls).toEqual([]);
  });

  test('without a content type is taken', async () => {
    const { status } = await answerTo(serving().gateway, post(path, write('getReport'), {}));
    expect(status).toBe(200);
  });

  test('that is compressed is refused with 415 in its own way', async () => {
    const request = post(path, write('getReport'));
    const headers = { ...request.headers, 'content-encoding': 'gzip' };
    const { status, body } = await answerTo(serving().gateway, { ...request, headers });
    expect(status).toBe(415);
    expect(body).toContain('compressed requests are not taken');
  });

  test('that is too large is refused with 413 in its own way, whatever its length says', async () => {
    const gateway = createGateway(scriptedTransport([]), { maxBodyBytes: 1024 });
    const { status, body } = await answerTo(gateway, post(path, 'x'.repeat(1025)));
    expect(status).toBe(413);
    expect(body).toContain('larger than 1024 bytes');
    const claim = { 'content-length': '1025' };
    expect((await answerTo(gateway, { ...post(path, ''), headers: claim })).status).toBe(413);
  });

  test.each([
    ['nothing', ''],
    ['text', 'what is this'],
    ['a truncated document', write('getReport').slice(0, id === 'rest' ? 15 : 60)],
    ['bytes that are not UTF-8', Uint8Array.of(0x3c, 0x61, 0xff, 0xfe)],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['deep nesting', '<a>'.repeat(100_000)],
    ['deep brackets', `functionOptions${'[a]'.repeat(100_000)}=1`],
    ['a wrong percent code', 'type=json&method=%zz'],
    ['options that are text', 'method=getReport&functionOptions=1'],
  ])('that is %s is refused in its own way, and the next one served', async (_name, body) => {
    const { gateway, transport } = serving();
    const refused = await answerTo(gateway, post(path, body));
    expect(transport.calls).toEqual([]);
    expect(refused.status).toBeGreaterThanOrEqual(id === 'xmlrpc' ? 200 : 400);
    const form = { soap: 'SOAP-ENV:Client', xmlrpc: '<int>630</int>', rest: 'failed' };
    expect(refused.body).toContain(id === 'soap-universal' ? form.soap : form[id]);
    expect((await answerTo(gateway, post(path, write('getReport')))).status).toBe(200);
  });
});

describe('the charset of a call', () => {
  const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
  const utf8Mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  const xmlrpc = xmlrpcCall('addSubscriber', { name: 'João' });

  const sendTo = async (request: HttpRequest) => {
    const { gateway, transport } = serving();
    const { status, body } = await answerTo(gateway, request);
    return { name: transport.calls[0]?.params['name'], status, body };
  };

  test.each([
    ['UTF-8 unless told', post('/v2/xmlrpc.php', xmlrpc, { 'content-type': 'text/xml' })],
    [
      'the one of the header',
      post('/v2/xmlrpc.php', latin1(xmlrpc), { 'content-type': 'text/xml; charset="ISO-8859-1"' }),
    ],
    [
      'the one of the declaration, as PHP writes it',
      post('/v2/xmlrpc.php', latin1(xmlrpc.replace('"1.0"', '"1.0" encoding="iso-8859-1"')), {
        'content-type': 'text/xml',
      }),
    ],
    [
      'the one of the header before the declaration',
      post('/v2/xmlrpc.php', xmlrpc.replace('"1.0"', '"1.0" encoding="iso-8859-1"'), {
        'content-type': 'text/xml; charset=utf-8',
      }),
    ],
    [
      'UTF-8 where a byte order mark says so',
      post(
        '/v2/soap.php',
        Buffer.concat([utf8Mark, Buffer.from(soapCall('x', { name: 'João' }))]),
        {
          'content-type': 'text/xml; charset=iso-8859-1',
        },
      ),
    ],
    [
      'that of a form, in its bytes',
      post('/v2/rest.php', latin1('method=x&functionOptions[name]=João'), {
        'content-type': 'application/x-www-form-urlencoded; charset=ISO-8859-1',
      }),
    ],
    [
      'that of a form, in its escapes',
      post('/v2/rest.php', 'method=x&functionOptions[name]=Jo%e3o', {
        'content-type': 'application/x-www-form-urlencoded; charset=ISO-8859-1',
      }),
    ],
  ])('is %s', async (_name, request) => {
    expect((await sendTo(request)).name).toBe('João');
  });

  test('keeps what ISO-8859-1 and Windows-1252 read differently', async () => {
    const body = Buffer.concat([
      Buffer.from('method=x&functionOptions[name]=a'),
      Uint8Array.of(0x85),
    ]);
    const request = post('/v2/rest.php', body, {
      'content-type': 'application/x-www-form-urlencoded; charset=iso-8859-1',
    });
    expect((await sendTo(request)).name).toBe('a\u0085');
  });

  test('is not UTF-8 just because it should be', async () => {
    const request = post('/v2/xmlrpc.php', latin1(xmlrpc), { 'content-type': 'text/xml' });
    const { name, body } = await sendTo(request);
    expect(name).toBeUndefined();
    expect(body).toContain('the body is not UTF-8');
  });

  test('that nobody reads is refused', async () => {
    const request = post('/v2/xmlrpc.php', xmlrpc, { 'content-type': 'text/xml; charset=utf-7' });
    const { body } = await sendTo(request);
    expect(body).toContain('the charset must be UTF-8 or ISO-8859-1');
  });
});

describe('a REST call', () => {
  test('may come as a GET, body passed over', async () => {
    const { gateway, transport } = serving();
    const url = `/v2/rest.php?${restCall('getLists', { apikey: key, start: '0' })}`;
    const { status } = await answerTo(gateway, {
      ...ask('GET', url),
      body: Buffer.from('method=x'),
    });
    expect(status).toBe(200);
    expect(transport.calls).toMatchObject([{ method: 'getLists', params: { start: '0' } }]);
  });

  test('may have fields in query and body; the body counts more', async () => {
    const { gateway, transport } = serving();
    const url = '/v2/rest.php?type=json&method=getLists&functionOptions[start]=1';
    const { body } = await answerTo(
      gateway,
      post(url, 'functionOptions[start]=2&functionOptions[limit]=3'),
    );
    expect(body).toContain('"Egoi_Api":{"getLists"');
    expect(transport.calls[0]?.params).toEqual({ start: '2', limit: '3' });
  });

  test('that names no method is told so', async () => {
    const { status, body } = await answerTo(serving().gateway, post('/v2/rest.php', 'type=json'));
    expect(status).toBe(404);
    expect(body).toBe('{"rest":{"response":{"message":"No Method Specified."},"status":"failed"}}');
  });

  test('is refused in XML where it asks for XML, also when it cannot be read', async () => {
    const { body } = await answerTo(serving().gateway, post('/v2/rest.php', 'type=xml&method=%zz'));
    expect(body).toMatch(/^<\?xml.*<status>failed<\/status><\/rest>/s);
  });

  test('has as many fields as PHP reads, or as many as it is told', async () => {
    const form = `${restCall('x')}${'&a[]=1'.repeat(1000)}`;
    const limited = await answerTo(serving().gateway, post('/v2/rest.php', form));
    expect(limited.body).toContain('more than 1000 fields');
    const wide = createGateway(scriptedTransport([{ value: 'OK' }]), { maxFormFields: 2000 });
    expect((await answerTo(wide, post('/v2/rest.php', form))).status).toBe(200);
  });
});

test('a SOAP call that is posted to the address of the WSDL is a call', async () => {
  const { status } = await answerTo(serving().gateway, post('/v2/soap.php?wsdl', soapCall('x')));
  expect(status).toBe(200);
});

test.each(endpoints)('members named as those of objects stay data, over $id', async (endpoint) => {
  const { gateway, transport } = serving();
  const body = endpoint.write('x', JSON.parse('{"__proto__":"a","constructor":"b"}'));
  await answerTo(gateway, post(endpoint.path, body));
  const params = transport.calls[0]?.params ?? {};
  expect(Object.entries(params)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
  expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
});
