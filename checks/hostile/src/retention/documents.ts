/** A document that is nearly all tags that never repeat, to be read once. */
export interface OddDocument {
  readonly name: string;
  /** @param part which of several documents this is: none has anything in common with another */
  readonly write: (part: number) => string;
}

const documentBytes = 3 * 1024 * 1024;

const envelope = (content: string) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${content}</e:Body></e:Envelope>`;

function filled(piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < documentBytes; index += 1) {
    const text = piece(index);
    pieces.push(text);
    length += text.length;
  }
  return pieces.join('');
}

/** What stands in the place of members. */
const members: Readonly<Record<string, (part: number) => string>> = {
  'tags of 4,000 characters': (part) =>
    `<p${part}>${filled((index) => `<a b="${part}-${index}-${'x'.repeat(4000)}"/>`)}</p${part}>`,
  'names of 4,000 characters': (part) =>
    filled((index) => `<n${part}-${index}-${'x'.repeat(4000)}/>`),
  'short tags': (part) => `<p${part}>${filled((index) => `<a b="${part}.${index}"/>`)}</p${part}>`,
  'namespaces of their own': (part) =>
    `<p${part}>${filled((index) => `<a xmlns="urn:${part}.${index}"><b/></a>`)}</p${part}>`,
};

const names = Object.keys(members);

/** A call like any other. */
export const usualCall = envelope(`<getCredits>${'<p><a>1</a></p>'.repeat(10_000)}</getCredits>`);

/** Calls of SOAP. */
export const soapCalls: readonly OddDocument[] = names.map((name) => ({
  name: `soap, ${name}`,
  write: (part) => envelope(`<getCredits>${members[name]?.(part)}</getCredits>`),
}));

/** Answers of SOAP and of REST's XML. */
export const soapAnswers: readonly OddDocument[] = names.map((name) => ({
  name: `soap, ${name}`,
  write: (part) =>
    envelope(`<getCreditsResponse><return>${members[name]?.(part)}</return></getCreditsResponse>`),
}));

export const restAnswers: readonly OddDocument[] = names.map((name) => ({
  name: `rest, ${name}`,
  write: (part) =>
    `<Egoi_Api><getCredits>${members[name]?.(part)}<status>success</status></getCredits></Egoi_Api>`,
}));

/** Values of XML-RPC whose tags differ in their blanks and in attributes that mean nothing. */
const values: Readonly<Record<string, (part: number) => string>> = {
  'tags of 4,000 characters': (part) =>
    filled((index) => `<value b="${part}-${index}-${'x'.repeat(4000)}"/>`),
  'short tags': (part) => filled((index) => `<value b="${part}.${index}"/>`),
};

export const xmlrpcCalls: readonly OddDocument[] = Object.entries(values).map(([name, write]) => ({
  name: `xmlrpc, ${name}`,
  write: (part) =>
    `<methodCall><methodName>getCredits</methodName><params><param><value><struct><member><name>a</name><value><array><data>${write(part)}</data></array></value></member></struct></value></param></params></methodCall>`,
}));

export const xmlrpcAnswers: readonly OddDocument[] = Object.entries(values).map(
  ([name, write]) => ({
    name: `xmlrpc, ${name}`,
    write: (part) =>
      `<methodResponse><params><param><value><struct><member><name>a</name><value><array><data>${write(part)}</data></array></value></member></struct></value></param></params></methodResponse>`,
  }),
);
