import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Documents to start from, by what they are. */
export interface Corpus {
  readonly soapCalls: readonly string[];
  readonly soapAnswers: readonly string[];
  readonly wsdls: readonly string[];
  readonly xmlrpcCalls: readonly string[];
  readonly xmlrpcAnswers: readonly string[];
  readonly forms: readonly string[];
  readonly jsonAnswers: readonly string[];
  readonly xmlAnswers: readonly string[];
}

/**
 * Reads the captured traffic that the packages keep for their tests.
 *
 * @param packages the folder of the packages
 */
export function readCorpus(packages: string): Corpus {
  const soap = ['soap', 'soap_any'].map((name) =>
    join(packages, 'soap-encoding/test/golden', name),
  );
  const xmlrpc = [join(packages, 'transport-xmlrpc/test/golden')];
  const rest = [join(packages, 'transport-rest/test/golden')];
  return {
    soapCalls: documents(soap, 'request.xml'),
    soapAnswers: documents(soap, 'response.http'),
    wsdls: soap.map((folder) => shortWsdl(readFileSync(join(folder, 'service.wsdl'), 'utf8'))),
    xmlrpcCalls: documents(xmlrpc, 'request.xml'),
    xmlrpcAnswers: documents(xmlrpc, 'response.http'),
    forms: documents(rest, 'request.form'),
    jsonAnswers: documents(rest, 'response.json'),
    xmlAnswers: documents(rest, 'response.xml'),
  };
}

function documents(folders: readonly string[], file: string): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => bodyOf(readFileSync(join(folder, entry.name, file), 'utf8'))),
  );
}

/** A captured answer is a status line and headers, a blank line, the body. */
function bodyOf(text: string): string {
  if (!text.startsWith('HTTP/')) return text.trimEnd();
  const blank = /\r?\n\r?\n/.exec(text);
  return (blank === null ? text : text.slice(blank.index + blank[0].length)).trimEnd();
}

/** A hundred operations that differ in a name find no more than three, and take thirty times as long. */
function shortWsdl(text: string): string {
  const kept = new Map<string, number>();
  return text.replaceAll(/<(message|operation)\b[^]*?<\/\1>/g, (element, tag: string) => {
    const count = (kept.get(tag) ?? 0) + 1;
    kept.set(tag, count);
    return count <= 6 ? element : '';
  });
}
