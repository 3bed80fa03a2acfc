import { debug, type Interceptor, type Transport } from '@egoi-client/core';
import type { Session } from '../session.ts';

/** The innermost steps around calls, which show them where `--verbose` asks for it. */
export function shownCalls({ verbose, output }: Session): readonly Interceptor[] {
  return verbose ? [debug({ write: (text) => output.detail(text) })] : [];
}

/** A transport whose calls are shown in the same way, for who calls it without a client. */
export function showingTransport(session: Session, transport: Transport): Transport {
  const [show] = shownCalls(session);
  if (show === undefined) return transport;
  session.output.outlive();
  return { ...transport, call: show((request) => transport.call(request)) };
}
