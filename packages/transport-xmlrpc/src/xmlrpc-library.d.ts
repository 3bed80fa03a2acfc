// The package `xmlrpc` ships no types for its inner files. Only `serializer.ts` imports them.

declare module 'xmlrpc/lib/customtype.js' {
  export default class CustomType {
    constructor(raw: string);
    raw: string;
    tagName: string;
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
