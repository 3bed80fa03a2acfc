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

/**
 * The environment of who knows this registry alone. A program that was started by npm has npm's settings in
 * variables, of which those in small letters go before ours.
 */
function environmentOf({ npmrc, url }) {
  const others = Object.entries(process.env).filter(([name]) => !/^p?npm_config_/iu.test(name));
  return {
    ...Object.fromEntries(others),
    npm_config_userconfig: npmrc,
    npm_config_registry: url,
  };
}

/** How often what the registry behind this one did not answer in time is asked for. */
const tries = 3;

/**
 * Installs packages. The registry here says 404 of a package for which the one behind it gave no answer, and npm
 * takes that for the last word. A package that was published here is never asked for a second time.
 */
function install(specs, cache, options, tryNumber = 1) {
  try {
    run('npm', ['install', '--no-audit', '--no-fund', '--cache', cache, ...specs], options);
  } catch (error) {
    const missing = /E404[\s\S]*?\/([^/\s]+) - no such package/u.exec(error.stderr ?? '')?.[1];
    const isForeign = missing !== undefined && !missing.startsWith('@egoi-client');
    if (!isForeign || tryNumber === tries) throw error;
    console.log(`${missing} was not answered for; once more`);
    install(specs, cache, options, tryNumber + 1);
  }
}

let registry;
try {
  const packed = packPackages(place('packed'));
  registry = await startRegistry(place('registry'), '@egoi-client');
  const env = environmentOf(registry);
  // By name as well: a rehearsal must never reach the registry that everybody uses.
  const flags = ['--registry', registry.url];
  publishTarballs(packed, { flags, env });
  const again = publishTarballs(packed, { flags, env });
  if (again.length > 0) throw new Error(`published twice: ${again.join(', ')}`);

  for (const { name, version, tarball } of packed) {
    const there = publishedVersion(`${name}@${version}`, env);
    expectSame(`${name}, published`, there['dist.integrity'], integrityOf(tarball));
    expectSame(`${name}'s tag`, there['dist-tags'][distTagOf(version)], version);
  }

  const project = place('project');
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const specs = packed.map(({ name, version }) => `${name}@${distTagOf(version)}`);
  install(specs, place('cache'), { cwd: project, env });
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
