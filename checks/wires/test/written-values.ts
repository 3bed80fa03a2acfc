/** A value as servers of each wire write it, with none of our codecs. */
export interface WrittenValue {
  /** An element of SOAP. */
  soap(name: string): string;
  /** What stands in a `<value>` of XML-RPC. */
  readonly xmlrpc: string;
  readonly json: string;
  /** What stands in an element of REST's XML. */
  readonly xml: string;
  inAnswerTo(method: string): Documents;
}

/** A whole answer, by the names of the wires. */
export type Documents = Readonly<
  Record<'soap' | 'soap-universal' | 'xmlrpc' | 'rest json' | 'rest xml', string>
>;

type Spelling = Pick<WrittenValue, 'soap' | 'xmlrpc' | 'json' | 'xml'> & {
  /** The members of a list or struct with a status behind them, as REST has it. */
  readonly rest?: { readonly json: string; readonly xml: string };
};

function written(spelling: Spelling): WrittenValue {
  const { soap, xmlrpc, json, xml } = spelling;
  const { rest } = spelling;
  return {
    soap,
    xmlrpc,
    json,
    xml,
    inAnswerTo: (method) => {
      const body = rest ?? {
        json: `{"response":${json},"status":"success"}`,
        xml: `<response>${xml}</response><status>success</status>`,
      };
      const envelope = `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns2="http://xml.apache.org/xml-soap" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/"><SOAP-ENV:Body><x:${method}Response xmlns:x="urn:x">${soap('return')}</x:${method}Response></SOAP-ENV:Body></SOAP-ENV:Envelope>`;
      return {
        soap: envelope,
        'soap-universal': envelope,
        xmlrpc: `<methodResponse><params><param><value>${xmlrpc}</value></param></params></methodResponse>`,
        'rest json': `{"Egoi_Api":{"${method}":${body.json}}}`,
        'rest xml': `<Egoi_Api><${method}>${body.xml}</${method}></Egoi_Api>`,
      };
    },
  };
}

/** A value of a type of XML Schema, and one of XML-RPC; REST has the text alone. */
function scalar(
  type: string,
  element: string,
  text: string,
  rest: { json?: string; xml?: string } = {},
): WrittenValue {
  return written({
    soap: (name) => `<${name} xsi:type="xsd:${type}">${text}</${name}>`,
    xmlrpc: `<${element}>${text}</${element}>`,
    json: rest.json ?? JSON.stringify(rest.xml ?? text.trim()),
    xml: rest.xml ?? text,
  });
}

/** Values without others inside. */
export const leaf = {
  text: (text: string) => scalar('string', 'string', text),
  blank: scalar('string', 'string', ' \n '),
  integer: (digits: string) => scalar('long', 'i8', digits, { json: digits }),
  /** @param inRest as PHP turns it into text */
  float: (text: string, inRest = text) =>
    scalar('double', 'double', text, { json: text, xml: inRest }),
  decimal: (text: string) => scalar('decimal', 'bigdecimal', text),
  boolean: (value: boolean) => scalar('boolean', 'boolean', value ? '1' : '0'),
  base64: (text: string) =>
    scalar('base64Binary', 'base64', Buffer.from(text).toString('base64'), { xml: text }),
  /** XML-RPC has no such type. */
  hex: (text: string) =>
    written({
      ...leaf.base64(text),
      soap: (name) =>
        `<${name} xsi:type="xsd:hexBinary">${Buffer.from(text).toString('hex')}</${name}>`,
    }),
  nothing: written({
    soap: (name) => `<${name} xsi:nil="true"/>`,
    xmlrpc: '<nil/>',
    json: '""',
    xml: '',
  }),
  /** What only SOAP can say. */
  soap: (attributes: string, content: string) =>
    written({
      soap: (name) => `<${name} ${attributes}>${content}</${name}>`,
      xmlrpc: '<nil/>',
      json: '""',
      xml: '',
    }),
};

export function struct(members: Readonly<Record<string, WrittenValue>>): WrittenValue {
  return keyed(Object.entries(members), (key) => key);
}

/** A list with numbers of its own, which PHP has in any order. */
export function numbered(items: readonly (readonly [key: number, WrittenValue])[]): WrittenValue {
  return keyed(
    items.map(([key, value]) => [String(key), value]),
    (key) => `key_${key}`,
  );
}

export function list(items: readonly WrittenValue[]): WrittenValue {
  const { json, xml } = numbered(items.map((value, index) => [index, value]));
  const all = items.map((item) => item.soap('item')).join('');
  return written({
    ...numbered(items.map((value, index) => [index, value])),
    soap: (name) =>
      `<${name} SOAP-ENC:arrayType="xsd:anyType[${items.length}]" xsi:type="SOAP-ENC:Array">${all}</${name}>`,
    xmlrpc: `<array><data>${items.map(({ xmlrpc }) => `<value>${xmlrpc}</value>`).join('')}</data></array>`,
    json,
    xml,
    rest: withStatus(json, xml),
  });
}

function keyed(
  members: readonly (readonly [key: string, WrittenValue])[],
  inRest: (key: string) => string,
): WrittenValue {
  const json = `{${members.map(([key, value]) => `"${inRest(key)}":${value.json}`).join(',')}}`;
  const xml = members
    .map(([key, value]) => `<${inRest(key)}>${value.xml}</${inRest(key)}>`)
    .join('');
  return written({
    soap: (name) =>
      `<${name} xsi:type="ns2:Map">${members.map(([key, value]) => `<item><key xsi:type="${/^\d+$/.test(key) ? 'xsd:int' : 'xsd:string'}">${key}</key>${value.soap('value')}</item>`).join('')}</${name}>`,
    xmlrpc: `<struct>${members.map(([key, value]) => `<member><name>${key}</name><value>${value.xmlrpc}</value></member>`).join('')}</struct>`,
    json,
    xml,
    rest: withStatus(json, xml),
  });
}

function withStatus(json: string, xml: string) {
  return {
    json: `${json.slice(0, -1)}${json === '{}' ? '' : ','}"status":"success"}`,
    xml: `${xml}<status>success</status>`,
  };
}
