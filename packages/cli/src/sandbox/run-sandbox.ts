import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgoiConfigError } from '@egoi-client/core';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { sandboxClock, sandboxPage } from '@egoi-client/sandbox-page';
import { CommandError } from '../command-error.ts';
import { v2WireNames } from '@egoi-client/transports/wires';
import { table } from '../output/table.ts';
import type { Session } from '../session.ts';
import { type KeyPair, readKeyPair } from '../serving/key-pair.ts';
import { inServingWords } from '../serving/serving-words.ts';
import type { ServingOptions } from '../serving/serving-options.ts';
import { callLine } from '../watching/call-line.ts';
import { selfSigned } from './self-signed.ts';

/** What `egoi sandbox` was given. */
export interface SandboxCommandOptions extends ServingOptions {
  readonly file?: string;
  readonly contacts: number;
  readonly callsPerHour: number;
  readonly https?: boolean;
  readonly quiet?: boolean;
}

/** Serves an embedded account until Ctrl-C. */
export async function runSandbox(session: Session, options: SandboxCommandOptions): Promise<void> {
  const { file, contacts, callsPerHour, port, host, allowHost = [], allowOrigin = [] } = options;
  const tls = await tlsOf(options);
  const clock = sandboxClock();
  const account = sandboxTransport({
    now: clock.now,
    contacts,
    callsPerHour,
    ...(file === undefined ? {} : { file }),
  });
  await account.open().catch((error: unknown) => {
    throw fileRefused(file, error);
  });
  const trusted = tls?.isOwn === true ? writeCertificate(tls.pair.cert) : undefined;
  const lines =
    options.quiet === true || session.output.isResultAlone ? undefined : session.output.lines();
  if (session.verbose) session.output.outlive();
  try {
    const page = sandboxPage(account, {
      clock,
      ...(lines === undefined
        ? {}
        : { onCall: (call) => lines.print(callLine(call, session.output.room, session.output)) }),
      ...(session.verbose ? { onExchange: (text) => session.output.detail(text) } : {}),
    });
    const { transport, middleware } = page;
    const gateway = createGateway(transport, {
      allowedHosts: allowHost,
      allowedOrigins: allowOrigin,
      v3: account,
      middleware,
    });
    const listen = { port, host, ...(tls === undefined ? {} : { tls: tls.pair }) };
    const server = await gateway.listen(listen).catch((error: unknown) => {
      throw inServingWords(error);
    });
    tell(session, server, page.path, trusted?.path);
    if (!session.signal.aborted) await once(session.signal, 'abort');
    session.output.note('\nThe sandbox stops.');
    page.close();
    await server.close();
  } finally {
    await account.close?.();
    await lines?.close();
    trusted?.remove();
  }
}

function fileRefused(file: string | undefined, error: unknown): unknown {
  if (file === undefined || !(error instanceof EgoiConfigError)) return error;
  return new CommandError(`${file}: ${error.message.replace(/^\w+: /, '')}`, [
    '--file takes an account that egoi sandbox has made, or a path where nothing is yet.',
  ]);
}

async function tlsOf(
  options: SandboxCommandOptions,
): Promise<{ readonly pair: KeyPair; readonly isOwn: boolean } | undefined> {
  const given = readKeyPair(options, ['Without either, --https makes a certificate of its own.']);
  if (given !== undefined) return { pair: given, isOwn: false };
  return options.https === true ? { pair: await selfSigned(), isOwn: true } : undefined;
}

/** The certificate in a file of its own, for the clients that shall trust it; the key stays in memory. */
function writeCertificate(cert: string) {
  const folder = mkdtempSync(join(tmpdir(), 'egoi-sandbox-'));
  const path = join(folder, 'certificate.pem');
  writeFileSync(path, cert);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function tell(
  { output }: Session,
  server: GatewayServer,
  pagePath: string,
  certificate: string | undefined,
): void {
  const address = new URL('/', server.urls.rest).href.replace(/\/$/, '');
  const { urls, v3Url } = server;
  const pageUrl = address + pagePath;
  const value = { address, urls, v3Url, pageUrl, apiKey: sandboxApiKey, certificate };
  output.result(value, () => {
    const rows = [
      ...v2WireNames.map((wire) => ['', wire, urls[wire]]),
      ['', 'API v3', v3Url ?? ''],
    ];
    const trust = certificate === undefined ? '' : ` --ca ${certificate}`;
    return [
      output.bold('An embedded E-goi account, on four wires of API v2 and on API v3:'),
      table(rows),
      '',
      `  Page     ${pageUrl}    (calls as they arrive, the outbox, what the account holds)`,
      `  API key  ${sandboxApiKey}`,
      ...(certificate === undefined ? [] : [`  Trust    ${certificate}`]),
      '',
      'In another terminal:',
      `  export EGOI_ENDPOINT=${address} EGOI_API_KEY=${sandboxApiKey}`,
      `  egoi call createList nome=Newsletter${trust}`,
      `  egoi call getLists --transport v3${trust}    (API v3; EGOI_TRANSPORT=v3 for all commands)`,
      '',
      'Ctrl-C ends it.',
    ].join('\n');
  });
}
