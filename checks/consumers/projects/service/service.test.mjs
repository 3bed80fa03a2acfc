import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey as apiKey, sandboxTransport } from '@egoi-client/sandbox';
import { wireNames } from '@egoi-client/transports';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { pino } from 'pino';
import { service } from './service.mjs';

for (const wire of wireNames) {
  test(`answers: ${wire}`, async () => {
    const account = sandboxTransport();
    const server = await createGateway(account, { v3: account }).listen({
      host: '127.0.0.1',
      port: 0,
    });
    const spans = new InMemorySpanExporter();
    const tracerProvider = new BasicTracerProvider({
      spanProcessors: [new SimpleSpanProcessor(spans)],
    });
    const lines = [];
    const logger = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
    const environment = { EGOI_TRANSPORT: wire, EGOI_ENDPOINT: `http://127.0.0.1:${server.port}` };
    const app = await service({ apiKey, environment, logger, tracerProvider });

    const made = await app.inject({
      method: 'POST',
      url: '/lists',
      payload: { name: 'Newsletter' },
    });
    const refused = await app.inject({ method: 'POST', url: '/lists', payload: { name: '' } });

    assert.equal(made.statusCode, 201);
    assert.equal(made.json().id, 1);
    assert.equal(refused.statusCode, 422);
    assert.deepEqual(
      spans.getFinishedSpans().map(({ attributes }) => attributes['egoi.transport']),
      [wire, wire],
    );
    assert.ok(lines.some((line) => line.includes('createList')));
    assert.ok(!lines.join('').includes(apiKey));
    await app.close();
    await server.close();
    await account.close();
  });
}
