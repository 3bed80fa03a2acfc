import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(__dirname, '..', '..', '..');

/** Where each endpoint's captured traffic is, and at which path it was captured. */
export const goldenWires = [
  { wire: 'soap', path: '/v2/soap.php', folder: 'soap-encoding/test/golden/soap' },
  {
    wire: 'soap-universal',
    path: '/v2/soap_any.php',
    folder: 'soap-encoding/test/golden/soap_any',
  },
  { wire: 'xmlrpc', path: '/v2/xmlrpc.php', folder: 'transport-xmlrpc/test/golden' },
  { wire: 'rest', path: '/v2/rest.php', folder: 'transport-rest/test/golden' },
] as const;

export type GoldenWire = (typeof goldenWires)[number];

/** The cases of a wire: `getReport__null`, … */
export function goldenCases({ folder }: GoldenWire): string[] {
  return readdirSync(join(packages, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** A captured file: `request.xml`, `response.json`, … */
export function readGolden({ folder }: GoldenWire, name: string, file: string): string {
  return readFileSync(join(packages, folder, name, file), 'utf8');
}

/** A captured answer without its status line and headers. */
export function goldenBody(wire: GoldenWire, name: string, file: string): string {
  const text = readGolden(wire, name, file);
  const blank = /\r?\n\r?\n/.exec(text);
  return blank === null ? text : text.slice(blank.index + blank[0].length);
}
