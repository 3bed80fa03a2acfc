import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

// Heavy, and needed by the rehearsal alone: fetched when it runs. 6.9 wants Node.js 22.
const verdaccio = 'verdaccio@6.8.0';

// What it asks for by a tag (`cjs`), which not every registry has.
const overrides = { 'node-fetch': '2.7.0' };

/**
 * A registry on this machine that takes our packages, and passes on any others from the registry that npm is
 * set up for.
 *
 * @param {string} folder empty, for everything that it keeps
 * @param {string} scope of the packages that it takes, such as `@egoi-client`
 * @returns {Promise<{ url: string, npmrc: string, close: () => Promise<void> }>} `npmrc` is the path of npm's
 *   settings for who publishes and installs
 */
export async function startRegistry(folder, scope) {
  const npm = (...args) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8' }).trim();
  const upstream = npm('config', 'get', 'registry');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }));
  npm('install', verdaccio, '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline');

  const settings = {
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: { upstream: { url: upstream, timeout: '60s', max_fails: 10 } },
    packages: {
      [`${scope}/*`]: { access: '$all', publish: '$authenticated' },
      '**': { access: '$all', proxy: 'upstream' },
    },
    log: { type: 'stdout', format: 'json', level: 'warn' },
  };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  mkdirSync(settings.storage);
  // YAML holds all of JSON.
  writeFileSync(join(folder, 'settings.yaml'), JSON.stringify(settings));
  const program = join(folder, 'node_modules/verdaccio/bin/verdaccio');
  const listen = ['--config', join(folder, 'settings.yaml'), '--listen', `127.0.0.1:${port}`];
  const server = spawn(process.execPath, [program, ...listen], {
    cwd: folder,
    env: { ...trustedBy(npm), ...process.env },
  });
  const said = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => said.push(data));
  const ended = once(server, 'exit');
  const close = async () => {
    server.kill();
    await ended;
  };
  try {
    await answers(url, () => server.exitCode !== null);
    const npmrc = join(folder, 'npmrc');
    const token = await register(url);
    writeFileSync(npmrc, `registry=${url}\n${url.replace('http:', '')}:_authToken=${token}\n`);
    return { url, npmrc, close };
  } catch (error) {
    await close();
    throw new Error(`${verdaccio} does not serve: ${Buffer.concat(said).toString()}`, {
      cause: error,
    });
  }
}

/** What npm trusts by its settings, in the words of Node.js: the registry here knows none of them. */
function trustedBy(npm) {
  const file = npm('config', 'get', 'cafile');
  return file === 'null' || file === 'undefined' ? {} : { NODE_EXTRA_CA_CERTS: file };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url, gone) {
  for (const end = Date.now() + 120_000; Date.now() < end && !gone(); await wait(100)) {
    const reply = await fetch(`${url}-/ping`).catch(() => undefined);
    if (reply?.ok) return;
  }
  throw new Error('no answer');
}

async function register(url) {
  const name = 'rehearsal';
  const reply = await fetch(`${url}-/user/org.couchdb.user:${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: crypto.randomUUID() }),
  });
  const { token } = await reply.json();
  if (token === undefined) throw new Error(`no token, but status ${reply.status}`);
  return token;
}
