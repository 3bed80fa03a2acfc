import { type WireObject } from '@egoi-client/core';
import {
  type CallDecoder,
  LongNames,
  setMember,
  type WireCall,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { defaultMaxFormFields } from './encode-call.ts';
import { decodeFormText } from './form-pieces.ts';
import { PhpArray, pathOfField } from './php-array.ts';

/** A call as a server finds it in a form. */
export interface RestCall extends WireCall {
  /** What the caller wants to read; XML where the form does not say `type=json` (reference, 14.3). */
  readonly format: RestFormat;
}

/** Limits and knowledge of a form's reader. */
interface FormReading {
  /** The fields of the address, without the question mark. PHP gives those of the body the last word. @default '' */
  readonly query?: string;
  /** Most fields, where PHP would drop the rest. @default 1000 */
  readonly maxFields?: number;
  /** The names of a method's arguments, where it has others than `functionOptions`. @default none */
  readonly partsOf?: (method: string) => readonly string[] | undefined;
}

/** Reads a form while its text arrives. A fault in it is thrown at its end alone. */
export interface RestCallDecoder extends CallDecoder<RestCall> {
  /** Takes a field whose name and value are decoded, as they are in a form of parts. */
  add(name: string, value: string): void;
  /** Whether a field so far asks for XML, also one behind a fault. */
  readonly wantsXml: boolean;
}

/**
 * Reads a form body, or a query string, as PHP does: brackets nest, `a[]` appends, numbers from 0
 * make a list, the last of two equal names counts. Every scalar is text.
 *
 * @returns `method` is `''` where the form names none, `options` is empty where it has none
 * @throws WireFormatError for bytes that are not UTF-8, too many fields, more than 64 levels, or a
 * `functionOptions` that is text
 */
export function decodeCall(form: string, reading?: FormReading): RestCall {
  const decoder = callDecoder(reading);
  decoder.write(form);
  return decoder.end();
}

/** Reads a form as `decodeCall` does, while its text arrives. */
export function callDecoder(reading: FormReading = {}): RestCallDecoder {
  return new FormDecoder(reading);
}

class FormDecoder implements RestCallDecoder {
  wantsXml = false;
  readonly #maxFields: number;
  readonly #partsOf: FormReading['partsOf'];
  #fields = new PhpArray();
  readonly #longNames = new LongNames();
  readonly #queryFields: PhpArray | undefined;
  #count = 0;
  #isStart = true;
  /** A field whose end has not come. */
  #open = '';
  #failure: WireFormatError | undefined = undefined;

  constructor({ query = '', maxFields = defaultMaxFormFields, partsOf }: FormReading) {
    this.#maxFields = maxFields;
    this.#partsOf = partsOf;
    if (query === '') return;
    this.write(query);
    this.#takeLast();
    this.#queryFields = this.#fields;
    this.#fields = new PhpArray();
    this.#isStart = true;
  }

  write(text: string): void {
    if (text === '') return;
    let start = this.#isStart && text.startsWith('?') ? 1 : 0;
    this.#isStart = false;
    for (;;) {
      const end = text.indexOf('&', start);
      if (end === -1) break;
      this.#take(this.#open + text.slice(start, end));
      this.#open = '';
      start = end + 1;
    }
    this.#open += text.slice(start);
  }

  add(name: string, value: string): void {
    if (name === 'type' && value.toLowerCase() === 'xml') this.wantsXml = true;
    this.#attempt(() => this.#put(name, value));
  }

  end(): RestCall {
    this.#takeLast();
    if (this.#failure !== undefined) throw this.#failure;
    this.#queryFields?.merge(this.#fields);
    return callIn(this.#queryFields ?? this.#fields, this.#partsOf);
  }

  #takeLast(): void {
    this.#take(this.#open);
    this.#open = '';
  }

  #take(pair: string): void {
    if (pair === '') return;
    if (pair.length === 8 && pair.toLowerCase() === 'type=xml') this.wantsXml = true;
    this.#attempt(() => {
      const equals = pair.indexOf('=');
      const name = decodeFormText(equals === -1 ? pair : pair.slice(0, equals));
      this.#put(name, equals === -1 ? '' : decodeFormText(pair.slice(equals + 1)));
    });
  }

  #attempt(take: () => void): void {
    if (this.#failure !== undefined) return;
    try {
      take();
    } catch (error) {
      if (!(error instanceof WireFormatError)) throw error;
      this.#failure = error;
    }
  }

  #put(name: string, value: string): void {
    this.#count += 1;
    if (this.#count > this.#maxFields) {
      throw new WireFormatError(`the form has more than ${this.#maxFields} fields`);
    }
    const path = pathOfField(name);
    if (path === undefined) return;
    for (const part of path) this.#longNames.count(part);
    this.#fields.put(path, value);
  }
}

function callIn(fields: PhpArray, partsOf: FormReading['partsOf']): RestCall {
  const type = fields.get('type');
  const named = fields.get('method');
  const method = typeof named === 'string' ? named : '';
  const format = typeof type === 'string' && type.toLowerCase() === 'json' ? 'json' : 'xml';
  const parts = partsOf?.(method);
  if (parts !== undefined) return { method, format, options: partsIn(fields, parts), parts };
  const options = fields.get('functionOptions');
  if (typeof options === 'string' && options !== '') {
    throw new WireFormatError('functionOptions must be named fields, not text');
  }
  return { method, format, options: options instanceof PhpArray ? options.toWireObject() : {} };
}

function partsIn(fields: PhpArray, parts: readonly string[]): WireObject {
  const options: WireObject = {};
  for (const part of parts) {
    const value = fields.get(part);
    if (value !== undefined)
      setMember(options, part, value instanceof PhpArray ? value.toWireObject() : value);
  }
  return options;
}
