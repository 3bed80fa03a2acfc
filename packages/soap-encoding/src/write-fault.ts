import type { WireFault } from '@egoi-client/core/wire';
import { escapeText } from './escape.ts';
import type { SoapVersion } from './soap-call.ts';
import { writeFaultEnvelope } from './write-envelope.ts';

/**
 * Writes a fault without detail as an envelope of its own. SOAP 1.2 has five codes: those of 1.1 become
 * theirs, any other the subcode of `Receiver`. Source: SOAP 1.1, 4.4; SOAP 1.2, part 1, 5.4.
 *
 * @throws WireFormatError for texts that XML cannot carry
 */
export function writeFault({ faultCode, faultString }: WireFault, version: SoapVersion): string {
  const [code, text] = [escapeText(faultCode), escapeText(faultString)];
  if (version === '1.1') {
    return writeFaultEnvelope(
      `<faultcode>${code}</faultcode><faultstring>${text}</faultstring>`,
      version,
    );
  }
  const reason = `<env:Reason><env:Text xml:lang="en">${text}</env:Text></env:Reason>`;
  return writeFaultEnvelope(`<env:Code>${codeOf12(code)}</env:Code>${reason}`, version);
}

const codes12: ReadonlyMap<string, string> = new Map([
  ['Client', 'Sender'],
  ['Server', 'Receiver'],
  ...['Sender', 'Receiver', 'VersionMismatch', 'MustUnderstand', 'DataEncodingUnknown'].map(
    (name) => [name, name] as const,
  ),
]);

/** The prefix of a foreign code is not declared here. */
function codeOf12(code: string): string {
  const local = code.slice(code.indexOf(':') + 1);
  const known = codes12.get(local);
  if (known !== undefined) return `<env:Value>env:${known}</env:Value>`;
  return `<env:Value>env:Receiver</env:Value><env:Subcode><env:Value>${local}</env:Value></env:Subcode>`;
}
