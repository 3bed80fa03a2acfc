import { type WireValue } from '@egoi-client/core';
import { type ArrivingItems, WireFormatError, type WireFault } from '@egoi-client/core/wire';
import {
  createXmlReader,
  type XmlAttributes,
  type XmlHandler,
  type XmlName,
  type XmlReader,
  type XmlRun,
  replay,
} from '@egoi-client/xml';
import { FaultReader } from './fault-reader.ts';
import { namespaces } from './namespaces.ts';
import type { Draft } from './references.ts';
import type { SoapVersion } from './soap-call.ts';
import { ValueReader } from './value-reader.ts';

/** One part of a call or of an answer. */
export interface SoapPart {
  readonly name: string;
  readonly value: WireValue;
}

/** What stands in the body of an envelope. */
export type SoapBody =
  | { readonly fault: WireFault }
  | {
      /** The element that names the method. */
      readonly name: XmlName;
      readonly parts: readonly SoapPart[];
      readonly version: SoapVersion;
      /** Whether a header asks to be understood or the call to be refused. */
      readonly mustUnderstand: boolean;
    };

type ArrivingIn = (name: XmlName) => ArrivingItems | undefined;

/** Reads an envelope of SOAP 1.1 or 1.2 while its text arrives. Both throw `WireFormatError` for anything else. */
export class BodyReader {
  readonly #envelope: EnvelopeReader;
  readonly #xml: XmlReader;

  /** @param arrivingIn whom to tell of items in an answer of this name, while it arrives */
  constructor(arrivingIn: ArrivingIn = () => undefined) {
    this.#envelope = new EnvelopeReader(arrivingIn);
    // Scripts behind the service may have said a line feed or a byte order mark before it answered.
    this.#xml = createXmlReader(this.#envelope, { blankStart: true });
  }

  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void {
    this.#xml.write(text);
  }

  /** Says that all has come. */
  end(): SoapBody {
    this.#xml.end();
    return this.#envelope.body();
  }
}

/** Follows the envelope down to the parts, which the value reader reads. */
class EnvelopeReader implements XmlHandler {
  #depth = 0;
  #envelope = '';
  #section: 'none' | 'header' | 'body' | 'other' = 'none';
  #bodySeen = false;
  #mustUnderstand = false;
  #name: XmlName | undefined;
  #fault: FaultReader | undefined;
  /** What the element below the body is: the call, a fault, or a value that others refer to. */
  #child: 'call' | 'fault' | 'value' = 'call';
  readonly #values = new ValueReader();
  readonly #arrivingIn: ArrivingIn;
  readonly #drafts: (readonly [name: string, draft: Draft])[] = [];

  constructor(arrivingIn: ArrivingIn) {
    this.#arrivingIn = arrivingIn;
  }

  start(name: XmlName, attributes: XmlAttributes): void {
    this.#depth += 1;
    if (this.#depth === 1) this.#startEnvelope(name);
    else if (this.#depth === 2) this.#startSection(name);
    else if (this.#section === 'header') this.#startHeader(attributes);
    else if (this.#section === 'body') {
      if (this.#depth === 3) this.#startChild(name, attributes);
      else if (this.#child === 'fault') this.#fault?.start(name.local);
      else this.#values.start(name.local, attributes);
    }
  }

  text(text: string): void {
    if (this.#section !== 'body') return;
    if (this.#child === 'fault') this.#fault?.text(text);
    else this.#values.text(text);
  }

  end(name: XmlName): void {
    if (this.#section === 'body' && this.#depth >= 3) this.#endInBody(name);
    else if (this.#depth === 2) this.#section = 'none';
    this.#depth -= 1;
  }

  run(run: XmlRun): void {
    const isOfValues = this.#section === 'body' && this.#child !== 'fault';
    if (!isOfValues || !this.#values.run(run)) replay(run, this);
  }

  /** @throws WireFormatError when the body was missing or empty */
  body(): SoapBody {
    if (this.#fault !== undefined) return { fault: this.#fault.fault() };
    if (this.#name === undefined) throw new WireFormatError('the body is missing or empty');
    const { references, elements } = this.#values;
    const parts = this.#drafts.map(([name, draft]) => ({
      name,
      value: references.resolve(draft, elements),
    }));
    const version = this.#envelope === namespaces.envelope12 ? '1.2' : '1.1';
    return { name: this.#name, parts, version, mustUnderstand: this.#mustUnderstand };
  }

  #startEnvelope({ uri, local }: XmlName): void {
    const known = uri === namespaces.envelope || uri === namespaces.envelope12;
    if (local !== 'Envelope' || !known) throw new WireFormatError('this is not a SOAP envelope');
    this.#envelope = uri;
  }

  #startSection({ uri, local }: XmlName): void {
    this.#section = 'other';
    if (uri !== this.#envelope) return;
    if (local === 'Body') {
      if (this.#bodySeen) throw new WireFormatError('the envelope has two bodies');
      this.#bodySeen = true;
      this.#section = 'body';
    } else if (local === 'Header') {
      if (this.#bodySeen) throw new WireFormatError('a header follows the body');
      this.#section = 'header';
    }
  }

  #startHeader(attributes: XmlAttributes): void {
    if (this.#depth !== 3) return;
    const flag = attributes.get(this.#envelope, 'mustUnderstand');
    if (flag === '1' || flag === 'true') this.#mustUnderstand = true;
  }

  #startChild(name: XmlName, attributes: XmlAttributes): void {
    if (this.#name === undefined && this.#fault === undefined) {
      if (name.uri === this.#envelope && name.local === 'Fault') {
        this.#child = 'fault';
        this.#fault = new FaultReader();
      } else {
        this.#child = 'call';
        this.#name = name;
        this.#values.arriving = this.#arrivingIn(name);
      }
    } else if (attributes.get('', 'id') !== undefined) {
      this.#child = 'value';
      this.#values.start(name.local, attributes);
    } else {
      throw new WireFormatError('the body holds more than one element');
    }
  }

  #endInBody(name: XmlName): void {
    if (this.#child === 'fault') {
      if (this.#depth > 3) this.#fault?.end();
      return;
    }
    if (this.#child === 'call' && this.#depth === 3) return;
    const draft = this.#values.end();
    // The element that names the result of a SOAP 1.2 call is no part of it.
    if (this.#child !== 'call' || draft === undefined || name.uri === namespaces.rpc12) return;
    this.#drafts.push([name.local, draft]);
  }
}
