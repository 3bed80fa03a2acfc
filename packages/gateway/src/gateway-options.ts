import type { Transport } from '@egoi-client/core';
import { isTransport, option, resolveOptions } from '@egoi-client/core/wire';
import {
  type ResolvedServerOptions,
  resolveServerLimits,
  serverOptions,
} from '@egoi-client/http/server';
import type { Admission } from './admission/contract.ts';
import type { GatewayOptions } from './contract.ts';
import { type V3Account, v3AccountOption } from './v3-server.ts';
import { type WebhookReceiver, webhookReceiverOption } from './webhook-service.ts';

/** Options with every default filled in. */
export interface ResolvedGatewayOptions extends ResolvedServerOptions {
  readonly maxFormFields: number;
  readonly v3: V3Account | undefined;
  readonly middleware: NonNullable<GatewayOptions['middleware']>;
  readonly webhooks: WebhookReceiver | undefined;
  readonly onError: NonNullable<GatewayOptions['onError']>;
  readonly onCall: GatewayOptions['onCall'];
  readonly admission: Admission | undefined;
}

const gatewayShape = {
  ...serverOptions,
  maxFormFields: option.count(1000, 1, 1_000_000),
  v3: v3AccountOption.optional(),
  middleware: option.callback<ResolvedGatewayOptions['middleware']>((service) => service),
  webhooks: webhookReceiverOption.optional(),
  onError: option.callback<ResolvedGatewayOptions['onError']>(() => undefined),
  onCall: option
    .custom<NonNullable<GatewayOptions['onCall']>>(
      (value) => typeof value === 'function',
      'must be a function',
    )
    .optional(),
  admission: option
    .custom<Admission>(
      (value) => typeof (value as Partial<Admission> | null)?.admit === 'function',
      'must decide on calls, as listedAdmission() does',
    )
    .optional(),
};

const transportShape = {
  transport: option.custom<Transport>(
    isTransport,
    'must be a transport, such as sandboxTransport()',
  ),
};

/** @throws EgoiConfigError for wrong or unknown options, or something that is no transport */
export function resolveGatewayOptions(
  transport: Transport,
  options: GatewayOptions,
): ResolvedGatewayOptions {
  resolveOptions('createGateway', transportShape, { transport });
  const { maxFormFields, v3, middleware, webhooks, onError, onCall, admission, ...limits } =
    resolveOptions('createGateway', gatewayShape, options);
  const resolved = resolveServerLimits('createGateway', limits);
  return { ...resolved, maxFormFields, v3, middleware, webhooks, onError, onCall, admission };
}
