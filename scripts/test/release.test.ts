import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const scripts = resolve(__dirname, '../release');

// Releases are made where pnpm is a program and no script of a shell.
const where = process.platform === 'win32' ? describe.skip : describe;

let workspace: string;

where('releasing', () => {
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'egoi-client-release-'));
    writeManifest('.', {
      name: 'workspace',
      private: true,
      repository: 'github:somebody/something',
      scripts: { build: 'node --version', check: 'node --version' },
    });
    write('pnpm-workspace.yaml', 'packages: [packages/*]\npmOnFail: ignore\n');
    write('.gitignore', 'node_modules\ntarballs\n');
    write('.changeset/config.json', '{}');
    write('CHANGELOG.md', '# Changelog\n\n## 0.1.0 (2026-01-31)\n\nThe first.\n');
    writeManifest('packages/core', { name: '@a/core', version: '0.1.0' });
    write('packages/core/README.md', '# core\n\n[the page](../../docs/page.md)\n');
    // Its folder comes before that of what it needs.
    writeManifest('packages/all', {
      name: '@a/all',
      version: '0.1.0',
      dependencies: { '@a/core': 'workspace:^' },
    });
    write('packages/all/README.md', '# all\n\n[core](../core/README.md#use) [here](#all)\n');
    git('init', '--quiet');
    git('config', 'user.name', 'Somebody');
    git('config', 'user.email', 'somebody@example.com');
    run('pnpm', 'install', '--offline');
    commit();
    git('tag', 'v0.1.0');
  });

  afterEach(() => rmSync(workspace, { recursive: true, force: true }));

  test('notes become one version of all packages, and a section of the change log', () => {
    writeNote('one', 'minor', 'Something new.');
    writeNote('two', 'patch', 'Something mended.');
    writeNote('three', 'minor', 'Breaking: something is gone.\n\nTake another.');
    commit();

    expect(version().status).toBe(0);

    expect([manifest('packages/core').version, manifest('packages/all').version]).toEqual([
      '0.2.0',
      '0.2.0',
    ]);
    expect(readdirSync(join(workspace, '.changeset'))).toEqual(['config.json']);
    const today = new Date().toISOString().slice(0, 10);
    expect(read('CHANGELOG.md')).toBe(
      `# Changelog\n\n## 0.2.0 (${today})\n\n` +
        '### Breaking\n\n- core: something is gone.\n\n  Take another.\n\n' +
        '### New\n\n- core: Something new.\n\n' +
        '### Mended\n\n- core: Something mended.\n\n' +
        '## 0.1.0 (2026-01-31)\n\nThe first.\n',
    );
  });

  test('what is mended alone makes a patch', () => {
    writeNote('one', 'patch', 'Something mended.');
    commit();
    expect(version().status).toBe(0);
    expect(manifest('packages/core').version).toBe('0.1.1');
  });

  test('a version that is written about as unreleased gets its day and later notes, and keeps its number', () => {
    write('CHANGELOG.md', '# Changelog\n\n## 0.1.0 (unreleased)\n\nThe first.\n');
    writeNote('one', 'minor', 'Something new.');
    commit();

    expect(version().status).toBe(0);

    expect(manifest('packages/core').version).toBe('0.1.0');
    const today = new Date().toISOString().slice(0, 10);
    expect(read('CHANGELOG.md')).toBe(
      `# Changelog\n\n## 0.1.0 (${today})\n\nThe first.\n\n### New\n\n- core: Something new.\n`,
    );
  });

  test('no version is made of nothing, nor of a work tree with changes', () => {
    expect(version()).toMatchObject({
      status: 1,
      said: expect.stringContaining('nothing to release'),
    });
    writeNote('one', 'minor', 'Something new.');
    expect(version()).toMatchObject({ status: 1, said: expect.stringContaining('commit or drop') });
    expect(manifest('packages/core').version).toBe('0.1.0');
  });

  test('without --for-real it is said what would go out, in which order and as which bytes', () => {
    const first = publish();
    expect(first.said).toContain('nothing was published');
    expect(first.status).toBe(0);
    const [core, all] = ['@a/core@0.1.0', '@a/all@0.1.0'].map((spec) => first.said.indexOf(spec));
    expect(core).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(core ?? 0);
    expect(readdirSync(join(workspace, 'tarballs')).toSorted()).toEqual([
      'a-all-0.1.0.cdx.json',
      'a-all-0.1.0.tgz',
      'a-core-0.1.0.cdx.json',
      'a-core-0.1.0.tgz',
    ]);

    expect(integrities(publish().said)).toEqual(integrities(first.said));
  });

  test('the packages that are named are packed with what they need, and no others', () => {
    const pack = (...names: string[]) =>
      run(process.execPath, join(scripts, '..', 'make-tarballs.mjs'), ...names);
    const tarballs = () => readdirSync(join(workspace, 'tarballs')).toSorted();
    expect(pack('@a/core').status).toBe(0);
    expect(tarballs()).toEqual(['a-core-0.1.0.tgz']);
    expect(pack('all').status).toBe(0);
    expect(tarballs()).toEqual(['a-all-0.1.0.tgz', 'a-core-0.1.0.tgz']);
    const { status, said } = pack('cores');
    expect({ status, said }).toEqual({
      status: 1,
      said: "tarballs: no package is called 'cores'; there are all, core\n",
    });
    expect(tarballs()).toHaveLength(2);
  });

  test('links of a packed README lead to the version in the repository, and to packages', () => {
    publish();
    expect(packed('a-core-0.1.0.tgz', 'README.md')).toContain(
      '[the page](https://github.com/somebody/something/blob/v0.1.0/docs/page.md)',
    );
    expect(packed('a-all-0.1.0.tgz', 'README.md')).toContain(
      '[core](https://www.npmjs.com/package/@a/core#use) [here](#all)',
    );
    expect(JSON.parse(packed('a-core-0.1.0.tgz', 'package.json'))).toMatchObject({
      repository: {
        url: 'git+https://github.com/somebody/something.git',
        directory: 'packages/core',
      },
    });
  });

  test('where no repository is known, a packed README names the file, and nothing can be published', () => {
    writeManifest('.', { ...manifest('.'), repository: undefined });
    commit();
    const { status, said } = publish();
    expect(status).toBe(1);
    expect(said).toContain('refuses: package.json names no repository');
    expect(packed('a-core-0.1.0.tgz', 'README.md')).toContain('\nthe page (docs/page.md)\n');
  });

  test('everything that stands against publishing is said at once', () => {
    write('CHANGELOG.md', '# Changelog\n\n## 0.1.0 (unreleased)\n');
    writeNote('one', 'minor', 'Something new.');
    writeManifest('packages/core', { ...manifest('packages/core'), private: true });
    git('tag', '--delete', 'v0.1.0');
    const { status, said } = publish('--for-real');
    expect(status).toBe(1);
    expect(said.split('\n').filter((line) => line.startsWith('release:publish refuses: '))).toEqual(
      [
        expect.stringContaining('changes that are not committed'),
        expect.stringContaining('no tag v0.1.0'),
        expect.stringContaining('no day for 0.1.0'),
        expect.stringContaining('1 notes in .changeset'),
        expect.stringContaining('@a/all needs @a/core, which is private'),
        expect.stringContaining('provenance'),
      ],
    );
  });

  test('a red check is not published', () => {
    writeManifest('.', { ...manifest('.'), scripts: { build: 'true', check: 'exit 3' } });
    commit();
    git('tag', '--force', 'v0.1.0');
    const { status, said } = publish('--for-real', '--without-provenance');
    expect(said).toContain('refuses: pnpm check is red');
    expect(status).toBe(1);
  });
});

function version() {
  return run(process.execPath, join(scripts, 'version.mjs'));
}

function publish(...flags: string[]) {
  return run(process.execPath, join(scripts, 'publish.mjs'), ...flags);
}

function run(command: string, ...args: string[]) {
  const env = { ...process.env };
  delete env['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: workspace,
    encoding: 'utf8',
    env,
  });
  return { status, said: `${stdout}${stderr}` };
}

function git(...args: string[]) {
  expect(run('git', ...args)).toMatchObject({ status: 0 });
}

function commit() {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Change');
}

function write(path: string, text: string) {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

function read(path: string) {
  return readFileSync(join(workspace, path), 'utf8');
}

function writeManifest(directory: string, content: object) {
  write(join(directory, 'package.json'), `${JSON.stringify(content, null, 2)}\n`);
}

function manifest(directory: string): { version: string } {
  return JSON.parse(read(join(directory, 'package.json')));
}

function writeNote(name: string, bump: string, text: string) {
  write(`.changeset/${name}.md`, `---\n'@a/core': ${bump}\n---\n\n${text}\n`);
}

function packed(tarball: string, file: string) {
  return run('tar', '-xzOf', join('tarballs', tarball), `package/${file}`).said;
}

function integrities(said: string) {
  return said.match(/sha512-\S+/gu);
}
