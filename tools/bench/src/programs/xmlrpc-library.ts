import { createRequire } from 'node:module';

// The package ships no types; what is used of it stands here.
interface XmlrpcLibrary {
  createClient(address: string): {
    methodCall(
      method: string,
      params: readonly unknown[],
      callback: (error: Error | null, value: unknown) => void,
    ): void;
  };
}

interface XmlrpcSerializer {
  serializeMethodCall(method: string, params: readonly unknown[]): string;
}

const require = createRequire(import.meta.url);

/** The package `xmlrpc`. */
export function loadXmlrpc(): XmlrpcLibrary {
  return require('xmlrpc') as XmlrpcLibrary;
}

/** Its serializer. */
export function loadXmlrpcSerializer(): XmlrpcSerializer {
  return require('xmlrpc/lib/serializer.js') as XmlrpcSerializer;
}
