// Legacy script: the npm package xmlrpc, which belongs to transport-xmlrpc.
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { runLegacyScript } from './legacy-script.mjs';

const owner = new URL('../../../../packages/transport-xmlrpc/package.json', import.meta.url);
const xmlrpc = createRequire(owner)('xmlrpc');

const address = process.argv[2];
const client = xmlrpc.createClient(address);
const methodCall = promisify(client.methodCall).bind(client);

async function call(method, options) {
  try {
    return await methodCall(method, [{ apikey: process.env.EGOI_API_KEY, ...options }]);
  } catch (error) {
    if (error.faultString === undefined) throw error;
    return { fault: error.faultString, code: error.faultCode };
  }
}

console.log(JSON.stringify(await runLegacyScript(call, 'noSuchMethod')));
