import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The two services whose traffic was captured. */
export const services = ['soap', 'soap_any'] as const;

export type Service = (typeof services)[number];

const folder = join(__dirname, '..', 'golden');

/** The captured cases of a service, each `<method>__<case>`. */
export function goldenCases(service: Service): string[] {
  return readdirSync(join(folder, service), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** A captured request, as its bytes are. */
export function goldenRequest(service: Service, name: string): string {
  return readFileSync(join(folder, service, name, 'request.xml'), 'utf8');
}

/** The body of a captured answer. */
export function goldenAnswer(service: Service, name: string): string {
  const text = readFileSync(join(folder, service, name, 'response.http'), 'utf8');
  return text.slice(text.search(/\r?\n\r?\n/)).trimStart();
}

/** The captured WSDL of a service. */
export function goldenWsdl(service: Service): string {
  return readFileSync(join(folder, service, 'service.wsdl'), 'utf8');
}

/** A captured WSDL without the operation that was added for the capture. */
export function publicWsdl(service: Service): string {
  return goldenWsdl(service)
    .replaceAll(/<operation name="boom">.*?<\/operation>/g, '')
    .replaceAll(/<message name="boom(?:In|Out)">.*?<\/message>/g, '');
}
