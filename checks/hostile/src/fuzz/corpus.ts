import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Documents to start from, by what they are. */
export interface Corpus {
  readonly soapCalls: readonly string[];
  readonly soapAnswers: readonly string[];
  readonly wsdls: readonly string[];
  readonly xmlrpcCalls: readonly string[];
  /** Calls of `system.multicall`, made of the others. */
  readonly multicalls: readonly string[];
  readonly xmlrpcAnswers: readonly string[];
  readonly forms: readonly string[];
  /** The same fields as parts, with the boundary `b`. */
  readonly partForms: readonly string[];
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
  const xmlrpcCalls = documents(xmlrpc, 'request.xml');
  const forms = documents(rest, 'request.form');
  const soap12 = join(packages, 'soap-encoding/test/golden/soap12/report.request.xml');
  return {
    soapCalls: [...documents(soap, 'request.xml'), readFileSync(soap12, 'utf8')],
    soapAnswers: documents(soap, 'response.http'),
    wsdls: soap.map((folder) => shortWsdl(readFileSync(join(folder, 'service.wsdl'), 'utf8'))),
    xmlrpcCalls,
    multicalls: xmlrpcCalls.map((call, at) => multicall([call, xmlrpcCalls[at + 1] ?? call])),
    xmlrpcAnswers: documents(xmlrpc, 'response.http'),
    forms,
    partForms: forms.map(partForm),
    jsonAnswers: documents(rest, 'response.json'),
    xmlAnswers: documents(rest, 'response.xml'),
  };
}

function multicall(calls: readonly string[]): string {
  const items = calls.map((call) => {
    const method = /<methodName>(.*?)</.exec(call)?.[1] ?? '';
    const param = /<param>([^]*?)<\/param>/.exec(call)?.[1] ?? '';
    return `<value><struct><member><name>methodName</name><value>${method}</value></member><member><name>params</name><value><array><data>${param}</data></array></value></member></struct></value>`;
  });
  return `<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>${items.join('')}</data></array></value></param></params></methodCall>`;
}

function partForm(form: string): string {
  const parts = [...new URLSearchParams(form)].map(
    ([name, value]) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--b--\r\n`;
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
