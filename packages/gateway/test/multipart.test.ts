import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway, type HttpRequest } from '@egoi-client/gateway';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerTo, post } from './support/requests.ts';

const path = '/v2/rest.php';

function field(name: string, value: string, more = ''): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
}

function form(...parts: string[]): Buffer {
  const head = [field('type', 'json'), field('method', 'getLists')];
  return Buffer.from([...head, ...parts, '--b--\r\n'].join(''), 'latin1');
}

function utf8(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function posted(
  body: Uint8Array,
  type = 'multipart/form-data; boundary=b',
  query = '',
): HttpRequest {
  return post(path + query, body, { 'content-type': type });
}

async function paramsOf(request: HttpRequest): Promise<unknown> {
  const transport = scriptedTransport([{ value: 'OK' }]);
  const { status, body } = await answerTo(createGateway(transport), request);
  expect({ status, body }).toMatchObject({ status: 200 });
  return transport.calls[0]?.params;
}

describe('a form of parts is read as PHP reads it', () => {
  test.each<[string, string[], unknown]>([
    ['a text', [field('functionOptions[a]', 'x')], { a: 'x' }],
    ['an empty text', [field('functionOptions[a]', '')], { a: '' }],
    [
      'nested names',
      [
        field('functionOptions[subscribers][0][email]', 'a@example.com'),
        field('functionOptions[subscribers][1][email]', 'b@example.com'),
      ],
      { subscribers: [{ email: 'a@example.com' }, { email: 'b@example.com' }] },
    ],
    [
      'appending names',
      [field('functionOptions[a][]', 'x'), field('functionOptions[a][]', 'y')],
      { a: ['x', 'y'] },
    ],
    [
      'the last of two',
      [field('functionOptions[a]', 'x'), field('functionOptions[a]', 'y')],
      { a: 'y' },
    ],
    [
      'text as it is',
      [field('functionOptions[a]', '50% o%41ff+ &=\r\n--x')],
      { a: '50% o%41ff+ &=\r\n--x' },
    ],
    ['UTF-8', [field(utf8('functionOptions[olá]'), utf8('Évora €'))], { olá: 'Évora €' }],
    [
      'a charset of its own',
      [field('functionOptions[a]', '\u00e9', '\r\nContent-Type: text/plain; charset=ISO-8859-1')],
      { a: 'é' },
    ],
    [
      'a type of its own',
      [field('functionOptions[a]', '{}', '\r\nContent-Type: application/json')],
      { a: '{}' },
    ],
    ['an escaped quote in a name', [field('functionOptions[a\\"b]', 'x')], { 'a"b': 'x' }],
    [
      'a file that was not chosen',
      [field('f', '', '; filename=""'), field('functionOptions[a]', 'x')],
      { a: 'x' },
    ],
  ])('%s', async (_what, parts, params) => {
    expect(await paramsOf(posted(form(...parts)))).toEqual(params);
  });

  test.each([
    ['a boundary in quotes', 'multipart/form-data; boundary="b"'],
    ['the type in capitals', 'Multipart/Form-Data; BOUNDARY=b'],
    ['a charset before the boundary', 'multipart/form-data; charset=utf-8; boundary=b'],
  ])('%s', async (_what, type) => {
    const body = form(field('functionOptions[a]', utf8('é')));
    expect(await paramsOf(posted(body, type))).toEqual({ a: 'é' });
  });

  test('heads in other letters, without quotes, are heads', async () => {
    const transport = scriptedTransport([{ value: 'OK' }]);
    const head = 'CONTENT-DISPOSITION: Form-Data; Name=method\r\ncontent-transfer-encoding: 8BIT';
    await answerTo(createGateway(transport), posted(form(`--b\r\n${head}\r\n\r\ngetCredits\r\n`)));
    expect(transport.calls[0]?.method).toBe('getCredits');
  });

  test('the last boundary may end the body', async () => {
    const body = form(field('functionOptions[a]', 'x'));
    expect(await paramsOf(posted(body.subarray(0, -2)))).toEqual({ a: 'x' });
  });

  test('what stands before the first boundary and after the last is for nobody', async () => {
    const body = `preamble\r\n${form(field('functionOptions[a]', 'x')).toString('latin1')}epilogue\r\n--b\r\n`;
    expect(await paramsOf(posted(Buffer.from(body)))).toEqual({ a: 'x' });
  });

  test('a field of the body counts more than one of the address', async () => {
    const query = '?functionOptions[a]=query&functionOptions[b]=query';
    const request = posted(form(field('functionOptions[a]', 'body')), undefined, query);
    expect(await paramsOf(request)).toEqual({ a: 'body', b: 'query' });
  });

  test('what fetch makes of FormData arrives over a real connection', async () => {
    const transport = scriptedTransport([{ value: 'OK' }]);
    const server = await createGateway(transport).listen();
    try {
      const body = new FormData();
      body.set('type', 'json');
      body.set('method', 'getLists');
      body.set('functionOptions[apikey]', 'k');
      body.set('functionOptions[a]', 'Promo 50% off €');
      const answer = await fetch(server.urls.rest, { method: 'POST', body });
      expect(answer.status).toBe(200);
      expect(transport.calls[0]).toMatchObject({ params: { a: 'Promo 50% off €' } });
    } finally {
      await server.close();
    }
  });

  test('the answer has the format that a part asks for', async () => {
    const gateway = createGateway(scriptedTransport([{ value: 'OK' }]));
    const { body } = await answerTo(gateway, posted(form(field('type', 'xml'))));
    expect(body).toContain('<?xml');
  });
});

describe('a form of parts that would lose something is refused', () => {
  const refusals: readonly (readonly [string, Buffer, string])[] = [
    ['a file', form(field('functionOptions[a]', 'x', '; filename="a.txt"')), 'is a file'],
    ['an empty file', form(field('functionOptions[a]', '', '; filename="a.txt"')), 'is a file'],
    ['a file without a name', form(field('functionOptions[a]', 'x', '; filename=""')), 'is a file'],
    ['no name', form('--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n'), 'has no name'],
    ['an empty name', form(field('', 'x')), 'has no name'],
    ['no head', form('--b\r\nX: y\r\n\r\nx\r\n'), 'has no name'],
    ['a broken head', form('--b\r\n\u0001: y\r\n\r\nx\r\n'), 'head that cannot be read'],
    [
      'a head without an end',
      form('--b\r\nContent-Disposition: form-data; name="a"\r\n'),
      'head that cannot be read',
    ],
    [
      'a first head without an end',
      Buffer.from(`--b\r\nX: y\r\n${form().toString('latin1')}`),
      'head that cannot be read',
    ],
    [
      'a head without an end behind a file that was not chosen',
      form(field('f', '', '; filename=""'), '--b\r\nX: y\r\n'),
      'head that cannot be read',
    ],
    [
      'another disposition',
      form('--b\r\nContent-Disposition: file; name="a"\r\n\r\nx\r\n'),
      'no name',
    ],
    ['a name that is not UTF-8', form(field('functionOptions[\u00e9]', 'x')), 'no name'],
    ['a name that is coded wrongly', form(field('a', 'x', "; filename*=UTF-8''%zz")), 'bad name'],
    ['text that is not UTF-8', form(field('functionOptions[a]', '\u00e9')), 'not UTF-8'],
    [
      'another charset',
      form(field('functionOptions[a]', 'x', '\r\nContent-Type: text/plain; charset=utf-7')),
      'charset must be',
    ],
    [
      'a transfer encoding',
      form(field('functionOptions[a]', 'T2zDoQ==', '\r\nContent-Transfer-Encoding: base64')),
      'transfer encoding',
    ],
    ['no last boundary', form(field('functionOptions[a]', 'x')).subarray(0, -6), 'breaks off'],
    ['nothing at all', Buffer.alloc(0), 'breaks off'],
    [
      'a head of 20 KB',
      form(field('a', 'x', `; x="${'y'.repeat(20_000)}"`)),
      'head that cannot be read',
    ],
  ];

  test.each(refusals)('%s', async (_what, body, text) => {
    const transport = scriptedTransport([]);
    const answer = await answerTo(createGateway(transport), posted(body));
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(text);
    expect(transport.calls).toEqual([]);
  });

  test('no boundary', async () => {
    const gateway = createGateway(scriptedTransport([]));
    const { status, body } = await answerTo(gateway, posted(form(), 'multipart/form-data'));
    expect({ status, body }).toMatchObject({ status: 400 });
    expect(body).toContain('names no boundary');
  });

  test('more parts than fields are allowed', async () => {
    const gateway = createGateway(scriptedTransport([]), { maxFormFields: 10 });
    const parts = Array.from({ length: 9 }, () => field('a[]', 'x'));
    const { status, body } = await answerTo(gateway, posted(form(...parts)));
    expect(status).toBe(400);
    expect(body).toContain('too many parts');
  });
});

test('a form of parts is the same wherever it is cut', async () => {
  const transport = scriptedTransport(Array.from({ length: 400 }, () => ({ value: 'OK' })));
  const server = await createGateway(transport).listen();
  const boundary = '--x-';
  const text = (value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="functionOptions[a]"\r\n\r\n${value}\r\n--${boundary}\r\nContent-Disposition: form-data; name="method"\r\n\r\ngetLists\r\n--${boundary}--`;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('-', '--', '\r', '\n', '\r\n', 'x', `--x`, '\r\n--', 'é'), {
          maxLength: 8,
        }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }),
        async (pieces, lengths) => {
          const value = pieces.join('');
          fc.pre(!`\r\n${value}\r\n`.includes(`\r\n--${boundary}`));
          const body = Buffer.from(text(value));
          const stream = new ReadableStream({
            start(controller) {
              let at = 0;
              for (let turn = 0; at < body.length; turn += 1) {
                const end = at + (lengths[turn % lengths.length] ?? 1);
                controller.enqueue(body.subarray(at, end));
                at = end;
              }
              controller.close();
            },
          });
          const answer = await fetch(server.urls.rest, {
            method: 'POST',
            body: stream,
            headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
            duplex: 'half',
          });
          expect(await answer.text()).toContain('OK');
          expect(transport.calls.at(-1)).toMatchObject({ params: { a: value } });
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  } finally {
    await server.close();
  }
});
