import { readXml, type XmlName } from '@egoi-client/xml';

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const encoding = 'http://schemas.xmlsoap.org/soap/encoding/';
const envelope = 'http://schemas.xmlsoap.org/soap/envelope/';

/** A document as lines, one an event, that do not depend on prefixes and on where they are declared. */
export function xmlEvents(document: string): string[] {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') events.push(`text ${JSON.stringify(text)}`);
    text = '';
  };
  readXml(document, {
    start(name, attributes) {
      flush();
      const resolved = (value: string | undefined) =>
        value === undefined ? '-' : clark(attributes.resolve(value));
      events.push(
        [
          `start ${clark(name)}`,
          `type ${resolved(attributes.get(schemaInstance, 'type'))}`,
          `nil ${attributes.get(schemaInstance, 'nil') ?? '-'}`,
          `arrayType ${resolved(attributes.get(encoding, 'arrayType'))}`,
          `style ${attributes.get(envelope, 'encodingStyle') ?? '-'}`,
        ].join(' '),
      );
    },
    text(piece) {
      text += piece;
    },
    end(name) {
      flush();
      events.push(`end ${clark(name)}`);
    },
  });
  return events;
}

function clark({ uri, local }: XmlName): string {
  return `{${uri}}${local}`;
}
