import CustomType from 'xmlrpc/lib/customtype.js';
import serializer from 'xmlrpc/lib/serializer.js';

const marker: unique symbol = Symbol('prepared');

/** A value of which the library writes exactly what it should; made by `prepareValue` alone. */
export type Prepared =
  | string
  | number
  | boolean
  | null
  | readonly Prepared[]
  | { readonly [name: string]: Prepared }
  | TypedText;

/** A scalar with its element spelled out, for what the library would write as something else. */
export interface TypedText {
  readonly [marker]: true;
}

/** A scalar written as `<tag>text</tag>`, with `&`, `<`, `>` and CR escaped and never as CDATA. */
export function typedText(tag: 'string' | 'double' | 'int', text: string): TypedText {
  const scalar = new CustomType(text);
  scalar.tagName = tag;
  return Object.assign(scalar, { [marker]: true as const });
}

/** A struct that holds members of any name, `__proto__` too, as plain data. */
export function emptyStruct(): { [name: string]: Prepared } {
  return Object.create(null) as { [name: string]: Prepared };
}

/** Writes a call of `method` with its parameters. */
export function writeCall(method: string, params: readonly Prepared[]): string {
  return withDeclaration(serializer.serializeMethodCall(method, [...params]));
}

/** Writes an answer that carries a value. */
export function writeResponse(value: Prepared): string {
  return withDeclaration(serializer.serializeMethodResponse(value));
}

/** Writes an answer that refuses. */
export function writeFault(fault: Prepared): string {
  return withDeclaration(serializer.serializeFault(fault));
}

/** The library names the encoding in calls only, where it is asked to; readers want it in both. */
function withDeclaration(document: string): string {
  return document.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>');
}
