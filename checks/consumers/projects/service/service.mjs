import { diContainer, fastifyAwilixPlugin } from '@fastify/awilix';
import { EgoiApiError, EgoiClient, log } from '@egoi-client/core';
import { telemetry } from '@egoi-client/core/telemetry';
import { transportFromEnvironment } from '@egoi-client/transports';
import { asFunction, asValue } from 'awilix';
import Fastify from 'fastify';

/** A service that takes its client from a container, logs with pino and traces its calls. */
export async function service({ apiKey, environment, logger, tracerProvider }) {
  const app = Fastify({ loggerInstance: logger });
  await app.register(fastifyAwilixPlugin, { disposeOnClose: true });
  diContainer.register({
    transport: asValue(await transportFromEnvironment(environment)),
    egoi: asFunction(
      ({ transport }) =>
        new EgoiClient({
          apiKey,
          transport,
          interceptors: [telemetry({ tracerProvider }), log({ logger })],
        }),
      { lifetime: 'SINGLETON', dispose: (client) => client.close() },
    ),
  });
  app.post('/lists', async ({ body: { name } }, reply) => {
    const { LIST_ID } = await diContainer.resolve('egoi').createList({ nome: name });
    return reply.code(201).send({ id: LIST_ID });
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof EgoiApiError) return reply.code(422).send({ code: error.code });
    return reply.code(500).send({ message: error.message });
  });
  return app;
}
