// A whole release against a registry on this machine: every package is published and compared, then all are
// installed by name in a blank project, which makes a first call.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectFirstCall } from '../first-call.mjs';
import { packPackages, run } from '../pack-packages.mjs';
import { distTagOf, integrityOf, publishedVersion, publishTarballs } from './publish-tarballs.mjs';
import { startRegistry } from './registry.mjs';

const folder = mkdtempSync(join(tmpdir(), 'egoi-client-rehearsal-'));
const place = (name) => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};

function expectSame(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${found}, where ${wanted} was packed`);
}

let registry;
try {
  const packed = packPackages(place('packed'));
  registry = await startRegistry(place('registry'), '@egoi-client');
  const env = { ...process.env, NPM_CONFIG_USERCONFIG: registry.npmrc };
  publishTarballs(packed, { env });
  const again = publishTarballs(packed, { env });
  if (again.length > 0) throw new Error(`published twice: ${again.join(', ')}`);

  for (const { name, version, tarball } of packed) {
    const there = publishedVersion(`${name}@${version}`, env);
    expectSame(`${name}, published`, there['dist.integrity'], integrityOf(tarball));
    expectSame(`${name}'s tag`, there['dist-tags'][distTagOf(version)], version);
  }

  const project = place('project');
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const specs = packed.map(({ name, version }) => `${name}@${distTagOf(version)}`);
  const cache = ['--cache', place('cache')];
  run('npm', ['install', '--no-audit', '--no-fund', ...cache, ...specs], { cwd: project, env });
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
  const installed = packed.filter(({ name, version, tarball }) => {
    const entry = lock[`node_modules/${name}`];
    expectSame(`${name}'s version, installed`, entry?.version, version);
    expectSame(`${name}, installed`, entry.integrity, integrityOf(tarball));
    return true;
  });
  expectFirstCall(project);
  console.log('a blank project: npm install by name, one core, egoi --version, a first call');
  console.log(`rehearse: ${installed.length} of ${packed.length} packages published and installed`);
} catch (error) {
  console.error(`rehearse: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  process.exitCode = 1;
} finally {
  await registry?.close();
  rmSync(folder, { recursive: true, force: true });
}
