import { once } from 'node:events';
import type { Transport } from '@egoi-client/core';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { findAddress, warnOfReaders, withPhonePrefix } from '../connection/connect.ts';
import type { ReachOptions } from '../connection/connection-options.ts';
import { findProfile } from '../connection/find-profile.ts';
import { showingTransport } from '../connection/shown-calls.ts';
import { transportFor } from '../connection/transport-for.ts';
import type { V3CommandOptions } from '../connection/v3-options.ts';
import { wireAddress } from '../connection/wires.ts';
import { renewOnHangUp } from '../serving/renewal.ts';
import type { ServingOptions } from '../serving/serving-options.ts';
import { inServingWords } from '../serving/serving-words.ts';
import type { Session } from '../session.ts';
import type { WireName } from '@egoi-client/transports/wires';
import { type AdmissionCommandOptions, admissionOf, type CommandAdmission } from './admission.ts';
import { type ObservedCalls, observeCalls } from './observed-calls.ts';
import type { ObservingOptions } from './observing-options.ts';
import { listenOptionsOf, type ListeningOptions, renewableCertificate } from './listening.ts';
import { type OldCallbackOptions, openOldCallbacks } from './old-callbacks.ts';
import { refuseOwnAddress } from './refuse-own-address.ts';
import { tellAddresses } from './tell-addresses.ts';

/** What `egoi gateway` was given. */
export interface GatewayCommandOptions
  extends ServingOptions,
    ListeningOptions,
    AdmissionCommandOptions,
    ObservingOptions,
    ReachOptions,
    OldCallbackOptions,
    V3CommandOptions {
  readonly to: WireName;
  readonly publicUrl?: string;
  readonly trustedProxies?: readonly string[];
  /** In milliseconds. */
  readonly drain?: number;
}

const defaultTimeoutMs = 60_000;

/** How long clients and balancers may still send over a connection that is idle, in milliseconds. */
const idleGraceMs = 2000;

/** Serves the four wires of API v2 over another until a signal, and then ends what is under way. */
export async function runGateway(session: Session, options: GatewayCommandOptions): Promise<void> {
  const { to } = options;
  const profile = findProfile(session, options.profile);
  const endpoint = wireAddress(to, findAddress(session, options.endpoint, profile));
  refuseOwnAddress(endpoint, options);
  const listen = listenOptionsOf(options);
  const callers = admissionOf(session, options);
  const callbacks = await openOldCallbacks(session, options, to);
  let observed: ObservedCalls | undefined;
  let transport: Transport | undefined;
  try {
    transport = await transportFor(to, endpoint, withPhonePrefix(options, to, profile), {
      chosenBy: '--to',
      callbacks,
    });
    observed = await observeCalls(session, options);
    const { gatewayOptions, adminUrl, renewables } = observed;
    const serving = {
      ...gatewayOptionsOf(options, callers),
      ...gatewayOptions,
      ...(callbacks === undefined ? {} : { webhooks: callbacks }),
    };
    const behind = observed.around(showingTransport(session, transport));
    const server = await inOptionWords(() => createGateway(behind, serving).listen(listen));
    const renewal = renewOnHangUp(session, [
      ...renewableCertificate(server, options),
      ...(callers?.renewables ?? []),
      ...renewables,
    ]);
    warnOfReaders(session, endpoint);
    observed.ready();
    tellAddresses(session, server, { to, endpoint, admin: adminUrl });
    if (!session.signal.aborted) await once(session.signal, 'abort');
    observed.draining();
    session.output.note('\nThe gateway stops once the calls under way have ended.');
    await server.close();
    renewal.stop();
  } finally {
    await transport?.close?.();
    await callbacks?.close();
    await observed?.close();
  }
}

function gatewayOptionsOf(options: GatewayCommandOptions, callers: CommandAdmission | undefined) {
  const { allowHost = [], allowOrigin = [], trustedProxies = [], publicUrl } = options;
  const { timeout: timeoutMs = defaultTimeoutMs, drain: closeGraceMs = timeoutMs } = options;
  return {
    allowedHosts: allowHost,
    allowedOrigins: allowOrigin,
    trustedProxies,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(callers === undefined ? {} : { admission: callers.admission }),
    timeoutMs,
    closeGraceMs,
    idleGraceMs: Math.min(idleGraceMs, closeGraceMs),
  };
}

async function inOptionWords(start: () => Promise<GatewayServer>): Promise<GatewayServer> {
  try {
    return await start();
  } catch (error) {
    throw inServingWords(error);
  }
}
