import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import semver from 'semver';
import { run } from '../pack-packages.mjs';

/** What the registry and lockfiles call a tarball's content by: SHA-512 in base64. */
export function integrityOf(tarball) {
  return `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
}

/** The dist-tag under which people find a version: `latest`, or of `1.0.0-rc.1` its `rc`. */
export function distTagOf(version) {
  return String(semver.prerelease(version)?.[0] ?? 'latest');
}

/**
 * Publishes tarballs in the order given. What is there already with the same content is passed over, so that
 * a release that broke off can be gone on with.
 *
 * @param {{ name: string, version: string, tarball: string }[]} packed
 * @param {object} [options]
 * @param {string[]} [options.flags] for `pnpm publish`, such as `--provenance`
 * @param {NodeJS.ProcessEnv} [options.env] names the registry, where it is not the usual one
 * @returns {string[]} what was published, as name@version
 * @throws {Error} before anything is published, where a version is there with other content
 */
export function publishTarballs(packed, { flags = [], env = process.env } = {}) {
  const wanted = packed.filter(({ name, version, tarball }) => {
    const there = publishedVersion(`${name}@${version}`, env);
    if (there === undefined) return true;
    if (there['dist.integrity'] !== integrityOf(tarball)) {
      throw new Error(`${name}@${version} is published with other content: make a new version`);
    }
    console.log(`${name}@${version} is published already`);
    return false;
  });
  return wanted.map(({ name, version, tarball }) => {
    const tag = distTagOf(version);
    const always = ['--access', 'public', '--no-git-checks'];
    run('pnpm', ['publish', tarball, '--tag', tag, ...always, ...flags], { env });
    console.log(`${name}@${version} is published as ${tag}`);
    return `${name}@${version}`;
  });
}

/**
 * What the registry says of a version.
 *
 * @param {string} spec name@version
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ 'dist.integrity': string, 'dist-tags': Record<string, string> } | undefined} `undefined` where
 *   it has none
 */
export function publishedVersion(spec, env = process.env) {
  try {
    return JSON.parse(
      run('pnpm', ['view', spec, 'dist.integrity', 'dist-tags', '--json'], { env }),
    );
  } catch (error) {
    if (/ERR_PNPM_(?:FETCH_404|PACKAGE_NOT_FOUND)/u.test(error.stdout)) return undefined;
    throw error;
  }
}
