// Legacy script: the npm package soap, which belongs to transport-soap, with soap_any.php?wsdl.
// It writes and reads no types by itself, so both are spelled out here.
import { createRequire } from 'node:module';
import { runLegacyScript } from './legacy-script.mjs';

const owner = new URL('../../../../packages/transport-soap/package.json', import.meta.url);
const soap = createRequire(owner)('soap');

const client = await soap.createClientAsync(process.argv[2], { disableCache: true });
const encoding = 'http://schemas.xmlsoap.org/soap/encoding/';
const apache = 'http://xml.apache.org/xml-soap';

function typed(value) {
  if (Array.isArray(value)) {
    const attributes = { 'xsi:type': 'enc:Array', 'xmlns:enc': encoding };
    return { attributes, item: value.map(typed) };
  }
  if (typeof value === 'object') {
    const item = Object.entries(value).map(([name, member]) => ({
      key: typed(name),
      value: typed(member),
    }));
    return { attributes: { 'xsi:type': 'apache:Map', 'xmlns:apache': apache }, item };
  }
  const type = typeof value === 'number' ? 'xsd:int' : 'xsd:string';
  return {
    attributes: { 'xsi:type': type, 'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema' },
    $value: value,
  };
}

/** What an element of an answer holds, by its type. The package drops elements that are nil. */
function plain(element) {
  if (element === undefined || element === null) return null;
  const { attributes, item, $value = '' } = element;
  const items = item === undefined ? [] : [item].flat();
  switch (attributes['xsi:type'].split(':')[1]) {
    case 'Map':
      return Object.fromEntries(items.map(({ key, value }) => [key.$value, plain(value)]));
    case 'Array':
      return items.map(plain);
    case 'boolean':
      return $value === 'true';
    case 'string':
      return $value;
    default:
      return Number($value);
  }
}

async function call(method, options) {
  const functionOptions = typed({ apikey: process.env.EGOI_API_KEY, ...options });
  try {
    const [answer] = await client[`${method}Async`]({ functionOptions });
    return plain(answer.return);
  } catch (error) {
    const fault = error.root?.Envelope.Body.Fault;
    if (fault === undefined) throw error;
    return { fault: fault.faultstring };
  }
}

console.log(JSON.stringify(await runLegacyScript(call, 'detachTag')));
