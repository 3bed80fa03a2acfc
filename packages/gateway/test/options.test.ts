import { EgoiConfigError, type Transport } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway } from '@egoi-client/gateway';
import { describe, expect, test } from '@jest/globals';

describe('wrong options', () => {
  test.each([
    [{ timeoutMs: 0 }, 'timeoutMs'],
    [{ headersTimeoutMs: 1.5 }, 'headersTimeoutMs'],
    [{ requestTimeoutMs: '1' }, 'requestTimeoutMs'],
    [{ closeGraceMs: -1 }, 'closeGraceMs'],
    [{ maxBodyBytes: 5 }, 'maxBodyBytes'],
    [{ maxBodyBytes: 4096, maxTotalBodyBytes: 2048 }, 'maxTotalBodyBytes'],
    [{ maxHeaderBytes: Number.NaN }, 'maxHeaderBytes'],
    [{ maxConnections: 0 }, 'maxConnections'],
    [{ maxConnections: 4, maxConnectionsPerAddress: 5 }, 'maxConnections must not be below'],
    [{ maxConnectionsPerAddress: 0 }, 'maxConnectionsPerAddress'],
    [{ maxBodyBytes: 4096, maxBodyBytesPerAddress: 2048 }, 'maxBodyBytesPerAddress'],
    [{ maxTotalBodyBytes: 2 ** 30, maxBodyBytesPerAddress: 2 ** 30 + 1 }, 'maxTotalBodyBytes'],
    [{ minBodyBytesPerSecond: -1 }, 'minBodyBytesPerSecond'],
    [{ bodyGraceMs: 0 }, 'bodyGraceMs'],
    [{ trustedProxies: '10.0.0.1' }, 'trustedProxies'],
    [{ trustedProxies: ['10.0.0.0/33'] }, 'trustedProxies'],
    [{ trustedProxies: ['proxy.example'] }, 'trustedProxies'],
    [{ maxFormFields: 0 }, 'maxFormFields'],
    [{ publicUrl: 'gateway.test' }, 'publicUrl'],
    [{ publicUrl: 'https://gateway.test/?a' }, 'publicUrl'],
    [{ publicUrl: 'https://a:b@gateway.test' }, 'publicUrl'],
    [{ allowedHosts: 'gateway.test' }, 'allowedHosts'],
    [{ allowedHosts: ['gateway.test:80'] }, 'allowedHosts'],
    [{ allowedHosts: ['http://gateway.test'] }, 'allowedHosts'],
    [{ allowedHosts: ['*'] }, 'allowedHosts'],
    [{ allowedOrigins: ['gateway.test'] }, 'allowedOrigins'],
    [{ allowedOrigins: ['http://gateway.test/'] }, 'allowedOrigins'],
    [{ allowedOrigins: ['null'] }, 'allowedOrigins'],
    [{ onError: 'log' }, 'onError'],
    [{ port: 80 }, 'port'],
    [null, 'options'],
  ])('%j are refused with the name of the option', (options, name) => {
    const make = () => createGateway(scriptedTransport([]), options as never);
    expect(make).toThrow(EgoiConfigError);
    expect(make).toThrow(name);
  });

  test.each([
    [{ port: 65_536 }, 'port'],
    [{ host: '' }, 'host'],
    [{ tls: { key: 'a' } }, 'tls'],
    [{ tls: { key: 'a', cert: 'b', ca: 'c' } }, 'tls'],
    [{ tls: { key: 'not', cert: 'PEM' } }, 'tls'],
    [{ timeoutMs: 1 }, 'timeoutMs'],
    [{ host: '192.0.2.1' }, 'cannot be had'],
  ])('%j are refused where it should listen', async (options, name) => {
    const listening = createGateway(scriptedTransport([])).listen(options as never);
    await expect(listening).rejects.toThrow(EgoiConfigError);
    await expect(listening).rejects.toThrow(name);
  });
});

test.each([undefined, null, {}, { id: 'x' }, { id: 1, call: () => 1 }])(
  '%j is not a transport',
  (transport) => {
    const make = () => createGateway(transport as unknown as Transport);
    expect(make).toThrow(EgoiConfigError);
    expect(make).toThrow('transport');
  },
);
