import { gzipSync } from 'node:zlib';
import type { ExpectedError, FaultGroup, Scene } from './fault.ts';
import { goodAnswer, goodDocument } from './good-answer.ts';
import { answerBytes, headBytes, type RawAnswer, type Visit } from './visit.ts';

const cutShort: ExpectedError = { kind: 'protocol', delivery: 'answered', retryable: true };
const unreadable: ExpectedError = { kind: 'protocol', delivery: 'answered', retryable: false };

/** Rows in which the bytes of the body are not what the headers say. */
export const bodyFaults: FaultGroup = {
  title: 'The body is damaged',
  faults: [
    {
      name: 'reset in the middle of the body',
      serve: async (visit, { wire }) => {
        await visit.request();
        const bytes = answerBytes(goodAnswer(wire));
        visit.write(bytes.subarray(0, bytes.length - 20));
        visit.reset();
      },
      expected: cutShort,
    },
    {
      name: 'half of the body, with its Content-Length',
      serve: async (visit, { wire }) => {
        await visit.request();
        const bytes = answerBytes(goodAnswer(wire));
        visit.end(bytes.subarray(0, bytes.length - 20));
      },
      expected: cutShort,
    },
    {
      name: 'half of the body, without a Content-Length',
      note: 'only the document itself tells that it is not whole',
      serve: async (visit, { wire }) => {
        await visit.request();
        const head = headBytes(200, { 'Content-Type': wire.mediaType, Connection: 'close' });
        visit.end(Buffer.concat([head, Buffer.from(goodDocument(wire).slice(0, -20))]));
      },
      expected: unreadable,
    },
    {
      name: 'a Content-Length that is too small',
      serve: async (visit, { wire }) => {
        const length = Buffer.byteLength(goodDocument(wire)) - 20;
        const headers = { 'Content-Length': String(length) };
        await visit.request();
        visit.write(answerBytes(goodAnswer(wire, { headers })));
      },
      expected: unreadable,
    },
    {
      name: 'a Content-Length that is too large, and the connection closed',
      serve: async (visit, { wire }) => {
        await visit.request();
        visit.end(answerBytes(goodAnswer(wire, { headers: { 'Content-Length': '9999' } })));
      },
      expected: cutShort,
    },
    {
      name: 'a chunk without a size',
      serve: async (visit, { wire }) => {
        await visit.request();
        const headers = { 'Content-Type': wire.mediaType, 'Transfer-Encoding': 'chunked' };
        visit.write(Buffer.concat([headBytes(200, headers), Buffer.from('what?\r\n')]));
      },
      expected: unreadable,
    },
    {
      name: 'what is not HTTP',
      serve: async (visit) => {
        await visit.request();
        visit.write('SSH-2.0-OpenSSH_9.2p1\r\n');
      },
      expected: unreadable,
    },
    {
      name: 'chunks without the last one',
      serve: async (visit, { wire }) => {
        await visit.request();
        const headers = { 'Content-Type': wire.mediaType, 'Transfer-Encoding': 'chunked' };
        const document = Buffer.from(goodDocument(wire));
        const chunk = [Buffer.from(`${document.length.toString(16)}\r\n`), document, '\r\n'];
        visit.end(
          Buffer.concat([headBytes(200, headers), ...chunk.map((part) => Buffer.from(part))]),
        );
      },
      expected: cutShort,
    },
    {
      name: 'a second answer that nobody asked for',
      note: 'it does not become the answer to the next call',
      call: 'addTag, twice',
      serve: async (visit, { wire }) => {
        const other = goodAnswer(wire, { body: wire.answer('addTag', { ID: 8, NAME: 'other' }) });
        await visit.request();
        visit.reusable = true;
        visit.write(Buffer.concat([answerBytes(goodAnswer(wire)), answerBytes(other)]));
      },
      expected: 'value',
    },
    {
      name: 'gzip that is broken',
      serve: gzipped((wire) => {
        const bytes = gzipSync(goodDocument(wire));
        return Buffer.concat([bytes.subarray(0, 20), Buffer.alloc(40, 0x55)]);
      }),
      expected: unreadable,
    },
    {
      name: 'gzip that expands a thousandfold',
      note: '`maxResponseBytes` counts what comes out',
      options: { maxResponseBytes: 1024 * 1024 },
      serve: gzipped((wire) =>
        gzipSync(goodDocument(wire).padEnd(16 * 1024 * 1024, ' '), { level: 9 }),
      ),
      expected: unreadable,
    },
    {
      name: 'an answer larger than `maxResponseBytes`',
      options: { maxResponseBytes: 1024 },
      serve: (visit, { wire }) =>
        visit.answer(goodAnswer(wire, { body: goodDocument(wire).padEnd(2048, ' ') })),
      expected: unreadable,
    },
    {
      name: 'plain bytes under a Content-Encoding that is none: a charset, `none`, `binary`, `identity` twice',
      call: 'addTag, twice',
      serve: async (visit, { wire }) => {
        visit.reusable = true;
        const codings = ['UTF-8, none', 'identity, identity, binary'];
        for (const [index, coding] of codings.entries()) {
          await visit.request(index + 1);
          visit.write(answerBytes(goodAnswer(wire, { headers: { 'Content-Encoding': coding } })));
        }
      },
      expected: 'value',
    },
    {
      name: 'good gzip',
      serve: gzipped((wire) => gzipSync(goodDocument(wire))),
      expected: 'value',
    },
  ],
};

function gzipped(bodyOf: (wire: Scene['wire']) => Buffer) {
  return (visit: Visit, { wire }: Scene) => {
    const changes: RawAnswer = { body: bodyOf(wire), headers: { 'Content-Encoding': 'gzip' } };
    return visit.answer(goodAnswer(wire, changes));
  };
}
