import { EgoiClient } from '@egoi-client/core';
import { transportNamed, type V2WireName } from '@egoi-client/transports';
import { type SetUp, timed } from './program.ts';

/** The client as a user makes it: over standard SOAP, the first call reads the service's description too. */
export const ourFirstCall: SetUp<{ readonly wire: V2WireName; readonly url: string }> = async ({
  wire,
  url,
}) => {
  const transport = await transportNamed(wire, { endpoint: url });
  const client = new EgoiClient({ apiKey: 'key', transport });
  return () => timed(() => client.getUserData());
};
