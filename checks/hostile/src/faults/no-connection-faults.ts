import type { ExpectedError, FaultGroup } from './fault.ts';
import { goodAnswer } from './good-answer.ts';

const noConnection: ExpectedError = { kind: 'connection', delivery: 'not_sent', retryable: true };
const noTrust: ExpectedError = { kind: 'connection', delivery: 'not_sent', retryable: false };

/** Rows in which no connection comes about. */
export const noConnectionFaults: FaultGroup = {
  title: 'No connection',
  faults: [
    { name: 'connection refused', place: { at: 'closed port' }, expected: noConnection },
    { name: 'the host name is not known', place: { at: 'unknown host' }, expected: noConnection },
    {
      name: 'the connection hangs',
      place: { at: 'full backlog' },
      limit: 'of the try',
      expected: { kind: 'timeout', delivery: 'not_sent', retryable: true },
    },
    {
      name: 'TLS: a certificate for another name',
      note: 'nothing is sent, the key least of all',
      place: { at: 'tls', certificate: 'server-wrong-name.pem', trusted: true },
      expected: noTrust,
    },
    {
      name: 'TLS: a certificate that has expired',
      place: { at: 'tls', certificate: 'server-expired.pem', trusted: true },
      expected: noTrust,
    },
    {
      name: 'TLS: a certificate of an unknown authority',
      note: 'the option `ca` makes it known',
      place: { at: 'tls', certificate: 'server.pem', trusted: false },
      expected: noTrust,
    },
    {
      name: 'TLS: a good certificate',
      place: { at: 'tls', certificate: 'server.pem', trusted: true },
      serve: (visit, { wire }) => visit.answer(goodAnswer(wire)),
      expected: 'value',
    },
  ],
};
