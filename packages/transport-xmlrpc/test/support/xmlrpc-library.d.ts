// The package `xmlrpc` ships no types for its inner files.

declare module 'xmlrpc/lib/deserializer.js' {
  type Source = Pick<NodeJS.ReadableStream, 'setEncoding' | 'on' | 'pipe'>;
  export default class Deserializer {
    deserializeMethodCall(
      source: Source,
      callback: (error: Error | null, method: string, params: unknown[]) => void,
    ): void;
    deserializeMethodResponse(
      source: Source,
      callback: (error: (Error & { faultCode?: unknown }) | null, value: unknown) => void,
    ): void;
  }
}

declare module 'xmlrpc/lib/serializer.js' {
  const serializer: {
    serializeMethodCall(method: string, params: readonly unknown[]): string;
    serializeMethodResponse(result: unknown): string;
    serializeFault(fault: unknown): string;
  };
  export default serializer;
}
