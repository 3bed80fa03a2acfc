import { allMethods, findMethod, type MethodSpec } from '@egoi-client/core';
import { didYouMean } from '@egoi-client/core/wire';
import { CommandError } from '../command-error.ts';

/** Every name of every method, aliases included. */
function methodNames(): string[] {
  return allMethods().flatMap(({ name, aliases = [] }) => [name, ...aliases]);
}

/**
 * The catalogue's entry for a name.
 *
 * @throws CommandError that names those that were likely meant
 */
export function findKnownMethod(name: string): MethodSpec {
  const spec = findMethod(name);
  if (spec !== undefined) return spec;
  throw new CommandError(`there is no method '${name}'${didYouMean(name, methodNames())}`, [
    'egoi methods lists them all.',
    `If the service has it all the same: egoi call --unlisted ${name} …`,
  ]);
}
