import { EgoiClient, EgoiError } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { transportNamed, type WireName } from '@egoi-client/transports';

/** Makes one call of a sandbox or a gateway; a refusal and a failure are answers, too. */
export async function makeCall(
  address: string,
  wire: WireName,
  method: string,
  params: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  const transport = await transportNamed(wire, { base: address });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  try {
    await client.call(method, params);
  } catch (error) {
    if (!(error instanceof EgoiError)) throw error;
  } finally {
    await client.close();
  }
}

/** Has the next request of API v3 fail, as somebody does on the sandbox's page. */
export async function failNextOfV3(address: string): Promise<void> {
  const body = new URLSearchParams({ operation: '*', status: '503', times: '1' });
  const headers = { origin: address };
  await fetch(`${address}/_sandbox/trouble/fail-v3`, { method: 'POST', body, headers });
}

/** Where a server is, by what it says of itself. */
export function addressIn(text: string): string {
  const [, address = ''] = /(http:\S+)\/v2\/rest\.php/.exec(text) ?? [];
  return address;
}
