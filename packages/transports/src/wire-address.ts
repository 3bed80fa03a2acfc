import { EgoiConfigError } from '@egoi-client/core';
import { option } from '@egoi-client/core/wire';
import { v2WireNames, type WireName, wires } from './wires.ts';

/** The hosts of E-goi itself, where each API has its own and API v3 has no folder. */
const hostOfV2 = 'api.e-goi.com';
const hostOfV3 = 'api.egoiapp.com';

const v2Files: readonly string[] = v2WireNames.map(fileOf);

/**
 * Where a wire is, when somebody names its host or another wire of it.
 *
 * @param base an address without a path, which gets the wire's usual one, `/v2/soap.php` or `/v3`; a
 *   folder, which ends in `/`; the address of any wire, in whose place the wanted one is taken; or an
 *   address of another form, which is the wire's own. Either host of E-goi stands for both of them.
 * @throws EgoiConfigError for anything but a plain http or https address
 */
export function wireAddress(wire: WireName, base: string): string {
  const checked = option.url().safeParse(base);
  if (!checked.success) {
    throw new EgoiConfigError(
      'base must be a whole http or https address without user, password, fragment or blanks, such as https://api.e-goi.com',
    );
  }
  const url = new URL(checked.data);
  if (url.search !== '') return checked.data;
  if (wire === 'v3' && url.host === hostOfV2) return `https://${hostOfV3}`;
  if (wire === 'v3' && url.host === hostOfV3) return checked.data;
  if (url.host === hostOfV3) return `https://${hostOfV2}${wires[wire].path}`;
  const place = placeIn(wire, url.pathname);
  return place === undefined ? checked.data : new URL(place, url).href;
}

/** The path of a wire beside another; `undefined` where the path tells of none. */
function placeIn(wire: WireName, path: string): string | undefined {
  if (path === '/') return wires[wire].path;
  const [folder, last] = splitPath(path);
  if (last === '' || v2Files.includes(last)) {
    if (wire !== 'v3') return `${folder}${fileOf(wire)}`;
    return `${folder.replace(/\/v2\/$/, '/')}v3`;
  }
  return last === 'v3' && wire !== 'v3' ? `${folder}v2/${fileOf(wire)}` : undefined;
}

function fileOf(wire: WireName): string {
  return splitPath(wires[wire].path)[1];
}

function splitPath(path: string): [folder: string, last: string] {
  const end = path.lastIndexOf('/') + 1;
  return [path.slice(0, end), path.slice(end)];
}
