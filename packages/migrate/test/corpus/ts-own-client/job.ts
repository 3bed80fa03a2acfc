import { EgoiClient } from '@egoi-client/core';
import { soapTransport } from '@egoi-client/transport-soap';
import type { Member } from './members.ts';

const client = new EgoiClient({ apiKey: process.env['EGOI_API_KEY'] ?? '', transport: soapTransport() });

export async function tagAll(members: readonly Member[], tag: number): Promise<void> {
  for (const { uid } of members) {
    await client.attachTag({ tag, type: 'subscriber', target: { subscriber: uid, listID: 2 } });
  }
  const { CREDITS } = await client.getCredits();
  console.log(`getLists is not called here; ${CREDITS}`);
}
