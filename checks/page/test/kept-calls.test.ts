import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createGateway, type Gateway } from '@egoi-client/gateway';
import { type SandboxPage, type SandboxPageOptions, sandboxPage } from '@egoi-client/sandbox-page';

const host = 'localhost:8080';
const pages: SandboxPage[] = [];

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

function served(options: SandboxPageOptions = {}) {
  const account = sandboxTransport();
  const page = sandboxPage(account, options);
  pages.push(page);
  const gateway = createGateway(page.transport, { v3: account, middleware: page.middleware });
  return { account, page, gateway };
}

async function look(gateway: Gateway, path: string): Promise<string> {
  const request = { method: 'GET', url: `/_sandbox/${path}`, headers: { host } };
  const { body } = await gateway.handle({ ...request, body: new Uint8Array() });
  return body.toString();
}

function send(gateway: Gateway, fields: Readonly<Record<string, string>>, path = '/v2/rest.php') {
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new TextEncoder().encode(new URLSearchParams(fields).toString());
  return gateway.handle({ method: 'POST', url: path, headers, body });
}

const call = { type: 'json', method: 'getLists', 'functionOptions[apikey]': sandboxApiKey };

/** The blank row, which the page fills in, has the number 0. */
const rowOfCall = /<tr data-id="[1-9]/;

function countOf(text: string, part: string | RegExp): number {
  return text.split(part).length - 1;
}

describe('the calls that a page keeps', () => {
  test('are as many as it was told, and it says how many went', async () => {
    const { gateway } = served({ maxCalls: 3 });
    for (let at = 0; at < 5; at += 1) await send(gateway, call);
    const text = await look(gateway, 'calls');
    expect(countOf(text, rowOfCall)).toBe(3);
    expect(text).toContain('2 older ones dropped');
    expect(await look(gateway, 'calls/1')).toContain('This call is not kept any longer');
  });

  test('hold the start of a large body, and say how large it was', async () => {
    const { gateway } = served();
    await send(gateway, { ...call, 'functionOptions[note]': 'x'.repeat(400_000) });
    const text = await look(gateway, 'calls/1');
    expect(text).toMatch(/400\d\d\d bytes came, the first 262144 are kept/);
    expect(text).toContain('Too large to be replayed');
    expect(text.length).toBeLessThan(600_000);
  });

  test('take no more memory than their bound, whatever is sent', async () => {
    const { gateway } = served({ maxCalls: 100_000 });
    const large = { ...call, 'functionOptions[note]': 'x'.repeat(250_000) };
    for (let at = 0; at < 100; at += 1) await send(gateway, large);
    const text = await look(gateway, 'calls');
    // 32 MiB, and each counts for its bytes and for its values.
    expect(countOf(text, rowOfCall)).toBeLessThan(70);
    expect(text).toContain('older ones dropped');
  });

  test.each([
    ['in a form', sandboxApiKey],
    ['of letters', 'a key of my own'],
    ['of an account that lives', 'f'.repeat(40)],
  ])('show no key: %s', async (_name, apikey) => {
    const { gateway } = served();
    await send(gateway, { ...call, 'functionOptions[apikey]': apikey });
    const text = await look(gateway, 'calls/1');
    expect(text).toContain('[redacted]');
    for (const spelling of [apikey, encodeURIComponent(apikey), apikey.replaceAll(' ', '+')]) {
      expect(text).not.toContain(spelling);
    }
  });

  test('show no key of a call that could not be read', async () => {
    const { gateway } = served();
    const headers = { host, 'content-type': 'text/xml' };
    const document = '<methodCall><member><name>apikey</name><value>short</value></member>';
    const body = new TextEncoder().encode(document);
    await gateway.handle({ method: 'POST', url: '/v2/xmlrpc.php', headers, body });
    const text = await look(gateway, 'calls/1');
    expect(text).not.toContain('short');
    expect(text).toContain('[redacted]');
  });

  test('show what they hold as text', async () => {
    const { gateway } = served();
    const name = '"><script>alert(1)</script>';
    await send(gateway, { ...call, method: 'createList', 'functionOptions[nome]': name });
    const text = await look(gateway, 'calls/1');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert');
  });

  test('are not those of the page itself, nor those in the same process', async () => {
    const { gateway, account, page } = served();
    const client = new EgoiClient({ apiKey: sandboxApiKey, transport: page.transport });
    await client.createList({ nome: 'In the process' });
    await look(gateway, 'calls');
    await account.snapshot();
    expect(countOf(await look(gateway, 'calls'), rowOfCall)).toBe(0);
  });

  test('that came in one request stand together', async () => {
    const { gateway } = served();
    const member = (name: string, value: string) =>
      `<member><name>${name}</name><value>${value}</value></member>`;
    const one = (method: string) =>
      `<value><struct>${member('methodName', method)}${member('params', `<array><data><value><struct>${member('apikey', sandboxApiKey)}</struct></value></data></array>`)}</struct></value>`;
    const document = `<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>${one('getLists')}${one('getTags')}</data></array></value></param></params></methodCall>`;
    const headers = { host, 'content-type': 'text/xml' };
    const body = new TextEncoder().encode(document);
    await gateway.handle({ method: 'POST', url: '/v2/xmlrpc.php', headers, body });
    expect(await look(gateway, 'calls')).toContain('2 calls');
    const text = await look(gateway, 'calls/1');
    expect(text).toContain('getLists');
    expect(text).toContain('getTags');
  });

  test('are shown as requests of API v3 too, in their order, and with what each has from those before', async () => {
    const { gateway, account } = served();
    const ask = (method: string, fields: Readonly<Record<string, string>>) => {
      const own = Object.entries(fields).map(([name, value]) => [
        `functionOptions[${name}]`,
        value,
      ]);
      return send(gateway, { ...call, method, ...(Object.fromEntries(own) as typeof fields) });
    };
    await ask('createList', { nome: "Ana's list" });
    await ask('addSubscriber', { listID: '1', email: 'ana@example.com' });
    await ask('subscriberData', { listID: '1', subscriber: 'ana@example.com' });
    const before = await account.snapshot();
    const texts = await Promise.all([1, 2, 3].map((id) => look(gateway, `calls/${id}`)));
    const [created = '', , read = ''] = texts.map((text) =>
      text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    );
    expect(created).toContain("curl --request POST 'http://localhost:8080/v3/lists'");
    expect(created).toContain(String.raw`"public_name": "Ana'\''s list"`);
    expect(read.indexOf('# 1. getAllContacts, answered 200')).toBeGreaterThan(0);
    expect(read.indexOf('# 2. getContact, answered 200')).toBeGreaterThan(
      read.indexOf('# 1. getAllContacts'),
    );
    expect(read).toContain('contact_id is items[0].base.contact_id of the answer to request 1');
    for (const text of texts) expect(text).not.toContain(sandboxApiKey);
    // What was tried has left nothing behind.
    expect(await account.snapshot()).toEqual(before);
  });
});
