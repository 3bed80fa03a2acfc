import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scanFolder } from '@egoi-client/migrate';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egoi-scan-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const call = `<?php
$client = new SoapClient('http://api.e-goi.com/v2/soap.php?wsdl');
$client->addSubscriber(['apikey' => $key, 'listID' => 1, 'email' => $email, 'extra_7' => 'x']);
`;

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const filesOf = async (options = {}) =>
  (await scanFolder(folder, options)).findings.map(({ file }) => file);

describe('a finding', () => {
  test('has its place, its wire, its parameters, and why it is one', async () => {
    write('shop/a.php', call);
    const { findings, files, isComplete } = await scanFolder(folder);
    expect({ files, isComplete }).toEqual({ files: 1, isComplete: true });
    expect(findings).toEqual([
      {
        file: join('shop', 'a.php'),
        line: 3,
        column: 10,
        method: 'addSubscriber',
        wire: 'soap',
        parameters: ['email', 'extra_*', 'listID'],
        confidence: expect.closeTo(0.99, 1),
        reasons: expect.arrayContaining([
          'address of the receiver',
          'API key among the parameters',
        ]),
      },
    ]);
  });

  test('is as sure as its reasons, and one that is not sure enough is left out', async () => {
    write('a.php', '<?php $service->getLists($x); $service->addSubscriber(["listID" => 1]);');
    expect(await filesOf()).toEqual([]);
    const { findings } = await scanFolder(folder, { minConfidence: 0.3 });
    expect(findings.map(({ method }) => method)).toEqual(['addSubscriber']);
    expect(findings[0]?.confidence).toBeLessThan(0.5);
  });

  test('is found in one source given by its name, and in a script without an ending', async () => {
    write(
      'send',
      `#!/usr/bin/env perl
use SOAP::Lite;
my $soap = SOAP::Lite->proxy('http://api.e-goi.com/v2/soap_any.php');
$soap->call(getCredits => { apikey => 'k' });
`,
    );
    const { findings } = await scanFolder(join(folder, 'send'));
    expect(findings).toMatchObject([{ line: 4, method: 'getCredits', wire: 'soap-universal' }]);
  });
});

describe('what is passed over', () => {
  test("is others' code, unless that is wished", async () => {
    for (const place of ['node_modules/a.php', '.git/a.php', 'vendor/a.php', 'own.php'])
      write(place, call);
    expect(await filesOf()).toEqual(['own.php']);
    expect(await filesOf({ includeVendor: true })).toEqual(['own.php', join('vendor', 'a.php')]);
    const { skipped } = await scanFolder(folder);
    expect(skipped).toEqual([{ path: 'vendor', reason: "others' code" }]);
  });

  test('is told: what is binary, too large, or a link', async () => {
    write('binary.php', Buffer.concat([Buffer.from(call), Buffer.alloc(10)]));
    write('large.php', call + '#'.repeat(3000));
    write('own.php', call);
    symlinkSync(join(folder, 'own.php'), join(folder, 'link.php'));
    symlinkSync(folder, join(folder, 'circle'));
    const { findings, skipped } = await scanFolder(folder, { maxFileBytes: 2000 });
    expect(findings.map(({ file }) => file)).toEqual(['own.php']);
    expect(skipped).toEqual([
      { path: 'binary.php', reason: 'binary' },
      { path: 'large.php', reason: 'larger than 2000 bytes' },
      { path: 'link.php', reason: 'a link' },
    ]);
  });

  test('is what lies deeper than the limit, and all after the last file of the limit', async () => {
    write('a/b/c/d.php', call);
    write('z.php', call);
    expect(await filesOf({ maxDepth: 2 })).toEqual(['z.php']);
    const { isComplete, findings } = await scanFolder(folder, { maxFiles: 1 });
    expect({ isComplete, found: findings.length }).toEqual({ isComplete: false, found: 1 });
  });
});

describe('any input', () => {
  test('of another encoding is read', async () => {
    write('a.php', Buffer.from(call.replace('$email', "'João'"), 'latin1'));
    expect(await filesOf()).toEqual(['a.php']);
  });

  test.each(['php', 'js', 'ts', 'py', 'java', 'cs', 'pl'])(
    'in %s that no language has does no harm',
    async (ending) => {
      const pieces = [
        'soap ',
        '{[(<',
        '"',
        "'",
        '$x->{',
        '\\',
        '/*',
        '#',
        '<<"E"\n',
        'sub f',
        'class X ',
        '`${',
        '=>',
        '\n=pod\n',
      ];
      write(`mixed.${ending}`, pieces.flatMap((a) => pieces.map((b) => a + b)).join(' '));
      write(`deep.${ending}`, `soap(${'(['.repeat(20_000)}`);
      write(`open.${ending}`, `soap ${'{'.repeat(20_000)} x = "`);
      write(`long.${ending}`, `soap = ${'"a" + '.repeat(20_000)} "b";`);
      write('z.php', call);
      const { findings, isComplete } = await scanFolder(folder);
      expect(isComplete).toBe(true);
      expect(findings.map(({ file }) => file)).toContain('z.php');
    },
  );

  test('ends when it is told to, with what it has', async () => {
    write('a.php', call);
    const { isComplete } = await scanFolder(folder, { signal: AbortSignal.abort() });
    expect(isComplete).toBe(false);
  });

  test('that is no folder, and options out of range, are refused', async () => {
    await expect(scanFolder(join(folder, 'none'))).rejects.toThrow(/there is no folder/);
    await expect(scanFolder(folder, { minConfidence: 2 })).rejects.toThrow(/between 0 and 1/);
    await expect(scanFolder(folder, { maxFiles: 0 })).rejects.toThrow(/maxFiles must be above 0/);
  });
});
