import { elementName, escapeAttribute } from './escape.ts';
import { namespaces } from './namespaces.ts';
import { optionsPart } from './soap-call.ts';

/** A type that a part of an operation can have, with the prefix that the WSDL declares for it. */
export type WsdlType =
  | 'soap-enc:Array'
  | 'xsd:anyType'
  | 'xsd:string'
  | 'xsd:boolean'
  | 'xsd:int'
  | 'xsd:float';

/** One part of an operation's input or output. */
export interface WsdlPart {
  readonly name: string;
  readonly type: WsdlType;
}

/** What a service publishes of itself. */
export interface WsdlService {
  /** Port type, binding and service are named after it: `Egoi_Api` has the port `Egoi_ApiPort`. */
  readonly service: string;
  readonly namespace: string;
  /** The type of the part `functionOptions`. */
  readonly partType: WsdlType;
}

/** An operation that differs from the public ones in its parts. */
export interface WsdlOperation {
  readonly name: string;
  /** @default the one part `functionOptions` of the service's type */
  readonly input?: readonly WsdlPart[];
  /** The part `return`. @default xsd:anyType */
  readonly output?: WsdlType;
}

/** A whole WSDL. */
export interface WsdlDescription extends WsdlService {
  /** Where the service is, as `soap:address` says it. @default the namespace */
  readonly endpoint?: string;
  /** In the order of the document; a name alone stands for a public operation. */
  readonly operations: readonly (string | WsdlOperation)[];
}

/**
 * Writes a WSDL 1.1 document, rpc/encoded, as Zend Framework 1 writes it. The soapAction of an
 * operation is `<namespace>#<name>`. Source: golden files, `service.wsdl`; reference, SOAP (14.7).
 *
 * @throws WireFormatError for a service, operation or part that is no XML name
 */
export function writeWsdl(description: WsdlDescription): string {
  const { partType } = description;
  const namespace = escapeAttribute(description.namespace);
  const endpoint = escapeAttribute(description.endpoint ?? description.namespace);
  const service = elementName(description.service);
  const operations = description.operations.map((operation) => resolved(operation, partType));
  const each = (write: (operation: Required<WsdlOperation>) => string) =>
    operations.map(write).join('');
  const body = `<soap:body use="encoded" encodingStyle="${namespaces.encoding}" namespace="${namespace}"/>`;

  return [
    `<?xml version="1.0"?>\n<definitions xmlns="${namespaces.wsdl}" xmlns:tns="${namespace}" xmlns:soap="${namespaces.wsdlSoap}" xmlns:xsd="${namespaces.schema}" xmlns:soap-enc="${namespaces.encoding}" xmlns:wsdl="${namespaces.wsdl}" name="${service}" targetNamespace="${namespace}">`,
    `<types><xsd:schema targetNamespace="${namespace}"/></types>`,
    `<portType name="${service}Port">`,
    each(
      ({ name }) =>
        `<operation name="${name}"><input message="tns:${name}In"/><output message="tns:${name}Out"/></operation>`,
    ),
    `</portType><binding name="${service}Binding" type="tns:${service}Port"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>`,
    each(
      ({ name }) =>
        `<operation name="${name}"><soap:operation soapAction="${namespace}#${name}"/><input>${body}</input><output>${body}</output></operation>`,
    ),
    `</binding><service name="${service}Service"><port name="${service}Port" binding="tns:${service}Binding"><soap:address location="${endpoint}"/></port></service>`,
    each(
      ({ name, input, output }) =>
        writeMessage(`${name}In`, input) +
        writeMessage(`${name}Out`, [{ name: 'return', type: output }]),
    ),
    '</definitions>\n',
  ].join('');
}

function resolved(operation: string | WsdlOperation, partType: WsdlType): Required<WsdlOperation> {
  const given = typeof operation === 'string' ? { name: operation } : operation;
  const { name, input = [{ name: optionsPart, type: partType }], output = 'xsd:anyType' } = given;
  return { name: elementName(name), input, output };
}

function writeMessage(name: string, parts: readonly WsdlPart[]): string {
  if (parts.length === 0) return `<message name="${name}"/>`;
  const content = parts
    .map((part) => `<part name="${elementName(part.name)}" type="${part.type}"/>`)
    .join('');
  return `<message name="${name}">${content}</message>`;
}
