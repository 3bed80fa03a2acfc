import { EgoiConfigError } from '@egoi-client/core';
import { option } from '@egoi-client/core/wire';
import { type WireName, wireNames, wires } from './wires.ts';

const files: readonly string[] = wireNames.map((name) => wires[name].file);

/**
 * Where a wire is, when somebody names its host or another wire of it.
 *
 * @param base an address without a path, which gets the service's own path, `/v2/soap.php`; a folder,
 *   which ends in `/`; the address of any wire, in whose place the wanted one is taken; or an address
 *   of another form, which is the wire's own
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
  const { file } = wires[wire];
  if (url.pathname === '/') return new URL(`/v2/${file}`, url).href;
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  return last === '' || files.includes(last) ? new URL(file, url).href : checked.data;
}
