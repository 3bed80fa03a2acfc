import { sandboxApiKey } from '@egoi-client/sandbox';
import { post, type Route } from './gateway-requests.ts';

/** Calls whose reading must not cost many times that of calls that repeat themselves. */
export interface CostlyCall {
  readonly name: string;
  readonly route: Route;
  /** A piece of the call that never repeats. */
  readonly distinct: (index: number) => string;
  /** As many letters, the same each time. */
  readonly repeated: () => string;
  /** The call around the pieces. */
  readonly around: (pieces: string) => string;
}

const bytes = 1_000_000;

const soapPart = (content: string, attributes = '') =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="http://xml.apache.org/xml-soap" xmlns:x="http://www.w3.org/2001/XMLSchema"><e:Body><getCredits><functionOptions${attributes}>${content}</functionOptions></getCredits></e:Body></e:Envelope>`;
const soapMap = (items: string) =>
  soapPart(
    `<item><key>apikey</key><value>${sandboxApiKey}</value></item>${items}`,
    ' i:type="a:Map"',
  );
const soapStruct = (members: string) => soapPart(`<apikey>${sandboxApiKey}</apikey>${members}`);
const xmlrpcStruct = (members: string) =>
  `<methodCall><methodName>getCredits</methodName><params><param><value><struct><member><name>apikey</name><value>${sandboxApiKey}</value></member>${members}</struct></value></param></params></methodCall>`;
const form = (fields: string) =>
  `type=json&method=getCredits&functionOptions[apikey]=${sandboxApiKey}${fields}`;

/** Names of six letters. */
const nameOf = (index: number) => `n${index.toString(36).padStart(5, '0')}`;
/** Whole numbers up to the largest that an array could have. */
const numberOf = (index: number) => String(4_294_967_294 - index * 7);
const sixty = Array.from({ length: 60 }, (_, index) => index);

/** A call for each place that names can stand in. @param write a piece with a name in it */
function named(
  name: string,
  route: Route,
  around: CostlyCall['around'],
  write: (name: string) => string,
  spell = nameOf,
): CostlyCall {
  return {
    name: `${route}: ${name}`,
    route,
    around,
    distinct: (index) => write(spell(index)),
    repeated: () => write(spell(0)),
  };
}

const item = (name: string) =>
  `<item><key i:type="x:string">${name}</key><value i:type="x:string">1</value></item>`;
const member = (name: string) =>
  `<member><name>${name}</name><value><string>1</string></value></member>`;

export const costlyCalls: readonly CostlyCall[] = [
  named('members of a struct', 'soap', soapStruct, (name) => `<${name}/>`),
  named('members of a map', 'soap', soapMap, item),
  named('numbers as members', 'soap', soapMap, item, numberOf),
  named('a struct for each member', 'soap', soapStruct, (name) => `<s><${name}>1</${name}></s>`),
  named(
    'attributes',
    'soap',
    soapStruct,
    (name) => `<s ${sixty.map((at) => `a${at}="${name}"`).join(' ')}/>`,
  ),
  named(
    'namespaces',
    'soap',
    soapStruct,
    (name) => `<s ${sixty.map((at) => `xmlns:a${at}="${name}"`).join(' ')}/>`,
  ),
  named('comments', 'soap', soapStruct, (name) => `<s>a<!--${name}-->b</s>`),
  named('sections', 'soap', soapStruct, (name) => `<s>a<![CDATA[${name}]]>b</s>`),
  named('references', 'soap', soapStruct, (name) => `<s>&amp;&lt;${name}</s>`),
  named('members of a struct', 'xmlrpc', xmlrpcStruct, member),
  named('numbers as members', 'xmlrpc', xmlrpcStruct, member, numberOf),
  named(
    'a struct for each member',
    'xmlrpc',
    xmlrpcStruct,
    (name) => `<member><name>s</name><value><struct>${member(name)}</struct></value></member>`,
  ),
  named('fields', 'rest', form, (name) => `&functionOptions[${name}]=1`),
  named('encoded fields', 'rest', form, (name) => `&functionOptions%5B${name}%5D=1`),
  named('numbers as fields', 'rest', form, (name) => `&functionOptions[${name}]=1`, numberOf),
  named(
    'fields within fields',
    'rest',
    form,
    (name) => `&functionOptions[${name}]${'[a]'.repeat(3)}=1`,
  ),
];

/** The request with a megabyte of pieces. */
export function costlyRequest(
  call: CostlyCall,
  kind: 'distinct' | 'repeated',
): readonly (string | Uint8Array)[] {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < bytes; index += 1) {
    const piece = kind === 'distinct' ? call.distinct(index) : call.repeated();
    pieces.push(piece);
    length += piece.length;
  }
  return post(call.route, call.around(pieces.join('')));
}
