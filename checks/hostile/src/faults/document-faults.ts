import { type ExpectedError, type FaultGroup, goodTag, type Scene } from './fault.ts';
import type { FaultWire } from '@egoi-client/conformance/support/fault-wires';
import { goodAnswer, goodDocument } from './good-answer.ts';
import type { RawAnswer, Visit } from './visit.ts';

const unreadable: ExpectedError = { kind: 'protocol', delivery: 'answered', retryable: false };

/** Rows in which a whole answer comes whose text is not as it should be. */
export const documentFaults: FaultGroup = {
  title: 'The document is odd',
  faults: [
    {
      name: 'a good document with a wrong media type',
      note: 'the document counts',
      serve: answering(() => ({ headers: { 'Content-Type': 'text/html; charset=utf-8' } })),
      expected: 'value',
    },
    {
      name: 'ISO-8859-1 that says so',
      serve: answering((wire) => ({
        body: latin1(wire),
        headers: { 'Content-Type': `${wire.mediaType}; charset=ISO-8859-1` },
      })),
      expected: 'value',
    },
    {
      name: 'ISO-8859-1 that does not say so',
      note: 'never a text with wrong letters',
      serve: answering((wire) => ({
        body: latin1(wire),
        headers: { 'Content-Type': wire.mediaType },
      })),
      expected: unreadable,
    },
    {
      name: 'a byte order mark',
      serve: answering((wire) => ({ body: `\ufeff${goodDocument(wire)}` })),
      expected: 'value',
    },
    {
      name: 'blank lines around the document',
      note: 'scripts behind the service say them at times',
      serve: answering((wire) => ({ body: `\r\n\n${goodDocument(wire)}\n\n` })),
      expected: 'value',
    },
    {
      name: 'a notice before the document',
      serve: answering((wire) => ({
        body: `Notice: Undefined index: name in api.php on line 7\n${goodDocument(wire)}`,
      })),
      expected: unreadable,
    },
    {
      name: 'a notice after the document',
      serve: answering((wire) => ({
        body: `${goodDocument(wire)}\nNotice: Undefined index: name in api.php on line 7`,
      })),
      expected: unreadable,
    },
    {
      name: 'two documents',
      serve: answering((wire) => ({ body: `${goodDocument(wire)}${wire.secondRoot}` })),
      expected: unreadable,
    },
    {
      name: 'a document of something else',
      serve: answering((wire) => ({ body: wire.foreignDocument })),
      expected: unreadable,
    },
    {
      name: 'the answer to another method',
      note: 'answers of XML-RPC do not name their method',
      serve: answering((wire) => ({ body: wire.answer('getLists', goodTag) })),
      expected: unreadable,
      except: { xmlrpc: 'value' },
    },
  ],
};

function answering(changesFor: (wire: FaultWire) => Partial<RawAnswer>) {
  return (visit: Visit, { wire }: Scene) => visit.answer(goodAnswer(wire, changesFor(wire)));
}

/** The good document without a word about its charset. */
function latin1(wire: FaultWire): Buffer {
  return Buffer.from(goodDocument(wire).replace(/ encoding="[^"]*"/i, ''), 'latin1');
}
