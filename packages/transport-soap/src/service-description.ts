import { EgoiProtocolError, EgoiUnsupportedError } from '@egoi-client/core';
import { type ErrorContext, WireFormatError } from '@egoi-client/core/wire';
import { checkWsdl, type SoapOperation } from '@egoi-client/soap-encoding';
import type { WSDL } from 'soap';

/** An operation that a WSDL describes. */
export interface DescribedOperation extends SoapOperation {
  /** Why it cannot be called; `undefined` when it can. */
  readonly refusal: string | undefined;
}

/** What calls need to know of a WSDL. */
export interface ServiceDescription {
  /** Where the WSDL says that the service is. */
  readonly address: string | undefined;
  readonly operations: ReadonlyMap<string, DescribedOperation>;
}

/**
 * Reads a WSDL with the `soap` package, which gets nothing but its text: neither addresses nor files,
 * and no cache, which would be one for the whole process.
 *
 * @throws EgoiProtocolError for what is no WSDL or a hostile one
 * @throws EgoiUnsupportedError for a WSDL of document style
 */
export async function describeService(
  document: string,
  context: ErrorContext,
): Promise<ServiceDescription> {
  const { text, hasElementParts } = check(document, context);
  // The package would unfold the schema of such parts, which a few lines can make endless.
  if (hasElementParts) {
    const message = `the WSDL has parts of document style; ${onlyStyle}`;
    throw new EgoiUnsupportedError(message, context);
  }
  const port = firstPort(await parse(text, context));
  const operations = port === undefined ? [] : Object.entries(port.binding.methods);
  if (port === undefined || operations.length === 0) {
    throw unreadable('it describes no operation', context);
  }
  const { namespace } = port;
  return {
    address: port.location ?? undefined,
    operations: new Map(
      operations.map(([name, operation]) => [name, describe(name, namespace, operation)]),
    ),
  };
}

const onlyStyle = 'only rpc/encoded can be called';

function check(document: string, context: ErrorContext): ReturnType<typeof checkWsdl> {
  try {
    return checkWsdl(document);
  } catch (error) {
    if (error instanceof WireFormatError) throw unreadable(error.message, context);
    throw error;
  }
}

async function parse(text: string, context: ErrorContext): Promise<WSDL> {
  // Loaded at the first WSDL: it is large, and other transports do without it.
  const { WSDL: Wsdl } = await import('soap');
  return await new Promise<WSDL>((resolve, reject) => {
    const wsdl = new Wsdl(text, '', {});
    wsdl.onReady((error: Error | null | undefined) => {
      if (error === null || error === undefined) resolve(wsdl);
      // The package's own words may quote the document.
      else reject(unreadable('its parts do not fit together', context));
    });
  });
}

function unreadable(reason: string, context: ErrorContext): EgoiProtocolError {
  return new EgoiProtocolError(`the WSDL cannot be read: ${reason}`, {
    ...context,
    delivery: 'not_sent',
  });
}

type Port = WSDL['definitions']['services'][string]['ports'][string];
type Operation = Port['binding']['methods'][string];

/** The first port with an operation that can be called, else the first at all. */
function firstPort({ definitions }: WSDL): (Port & { readonly namespace: string }) | undefined {
  const namespace = (definitions as { readonly $targetNamespace?: string }).$targetNamespace ?? '';
  const ports = Object.values(definitions.services).flatMap((service) =>
    Object.values(service.ports),
  );
  const port =
    ports.find(({ binding }) =>
      Object.values(binding.methods).some((operation) => refusalOf(operation) === undefined),
    ) ?? ports[0];
  return port === undefined ? undefined : { ...port, namespace };
}

function describe(name: string, namespace: string, operation: Operation): DescribedOperation {
  const { soapAction } = operation;
  const parts = Object.keys(operation.input?.parts ?? {});
  return { name, namespace, soapAction, parts, refusal: refusalOf(operation) };
}

function refusalOf(operation: Operation): string | undefined {
  // The types of the package have neither `use` nor the case that a binding leaves its input out.
  const input = operation.inputSoap as { readonly use?: string } | null;
  const style = operation.style || 'document';
  const use = input?.use ?? 'literal';
  if (style !== 'rpc' || use !== 'encoded') return `it is ${style}/${use}; ${onlyStyle}`;
  if (!/^[\x21\x23-\x7e]*$/.test(operation.soapAction)) return 'no header can hold its soapAction';
  return undefined;
}
