import { type Wire, wiresBy } from '@egoi-client/conformance/support/targets';
import { soapServices, writeWsdl } from '@egoi-client/soap-encoding';

/** The method of all attacks: in no catalogue, so that its answers reach the caller untouched. */
export const method = 'probe';

/** A piece of an answer: a value, given the name of the element that it is to be where there is one. */
export type Piece = (element: string) => string;

/** How answers are written on a wire by a server that keeps to no rule. */
export interface Dialect extends Wire, Documents {}

interface Documents {
  readonly xml: boolean;
  readonly contentType: string;
  /** A whole answer. @param prolog goes before the root element */
  answer(value: Piece, prolog?: string): string;
  /** A text. @param content as it stands in the document @param attributes of its element */
  text(content: string, attributes?: string): Piece;
  struct(members: readonly (readonly [name: string, value: Piece])[]): Piece;
  /** What opens and closes one level of a struct in a struct. */
  readonly level: readonly [open: string, close: string];
  /** A fault. @param text as it stands in the document */
  fault(text: string): string;
}

const envelope = (body: string, prolog: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>${prolog}<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:c="http://schemas.xmlsoap.org/soap/encoding/" xmlns:a="http://xml.apache.org/xml-soap"><e:Body>${body}</e:Body></e:Envelope>`;

const soap: Documents = {
  xml: true,
  contentType: 'text/xml; charset=utf-8',
  answer: (value, prolog = '') =>
    envelope(
      `<m:${method}Response xmlns:m="urn:m">${value('return')}</m:${method}Response>`,
      prolog,
    ),
  text:
    (content, attributes = '') =>
    (element) =>
      `<${element} ${attributes}>${content}</${element}>`,
  struct: (members) => (element) =>
    `<${element} i:type="a:Map">${members
      .map(([name, value]) => `<item><key>${name}</key>${value('value')}</item>`)
      .join('')}</${element}>`,
  level: ['<a>', '</a>'],
  fault: (text) =>
    envelope(
      `<e:Fault><faultcode>Server</faultcode><faultstring>${text}</faultstring></e:Fault>`,
      '',
    ),
};

const xmlrpc: Documents = {
  xml: true,
  contentType: 'text/xml',
  answer: (value, prolog = '') =>
    `<?xml version="1.0"?>${prolog}<methodResponse><params><param>${value('')}</param></params></methodResponse>`,
  text:
    (content, attributes = '') =>
    () =>
      `<value ${attributes}><string>${content}</string></value>`,
  struct: (members) => () =>
    `<value><struct>${members
      .map(([name, value]) => `<member><name>${name}</name>${value('')}</member>`)
      .join('')}</struct></value>`,
  level: ['<value><struct><member><name>a</name>', '</member></struct></value>'],
  fault: (text) =>
    `<?xml version="1.0"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>1</int></value></member><member><name>faultString</name><value><string>${text}</string></value></member></struct></value></fault></methodResponse>`,
};

const restXml: Documents = {
  xml: true,
  contentType: 'text/xml; charset=utf-8',
  answer: (value, prolog = '') =>
    `<?xml version="1.0" encoding="UTF-8"?>${prolog}<Egoi_Api>${value(method)}</Egoi_Api>`,
  text:
    (content, attributes = '') =>
    (element) =>
      `<${element} ${attributes}>${content}</${element}>`,
  struct: (members) => (element) =>
    `<${element}>${members.map(([name, value]) => value(name)).join('')}</${element}>`,
  level: ['<a>', '</a>'],
  fault: (text) =>
    `<Egoi_Api><${method}><response><message>${text}</message></response><status>failed</status></${method}></Egoi_Api>`,
};

const restJson: Documents = {
  xml: false,
  contentType: 'application/json',
  answer: (value) => `{"Egoi_Api":{"${method}":${value('')}}}`,
  text: (content) => () => `"${content}"`,
  struct: (members) => () =>
    `{${members.map(([name, value]) => `"${name}":${value('')}`).join(',')}}`,
  level: ['{"a":', '}'],
  fault: (text) =>
    `{"Egoi_Api":{"${method}":{"response":{"message":"${text}"},"status":"failed"}}}`,
};

/** A WSDL that describes the method, at an address. */
export function wsdlAt(endpoint: string): string {
  return writeWsdl({ ...soapServices.soap, endpoint, operations: [method] });
}

const documents: Readonly<Record<Wire['name'], Documents>> = {
  soap,
  'soap-universal': soap,
  xmlrpc,
  'rest xml': restXml,
  'rest json': restJson,
};

/** Every wire, REST in both of its formats; standard SOAP sends where it is told, whatever the WSDL says. */
export const dialects: readonly Dialect[] = wiresBy(wsdlAt('http://127.0.0.1/')).map((wire) => ({
  ...wire,
  ...documents[wire.name],
}));
