/** A class with a prototype, abstract ones too. */
type Branded = abstract new (...args: never[]) => object;

/**
 * Makes `instanceof` of a class true for instances of its other copies as well. A program gets two
 * copies of this library by two versions of it, or by a bundle beside a folder of modules, and an error
 * that one of them throws must mean the same to the other. The brand is a symbol of the whole program,
 * which no JSON and no copied data can carry. Classes derived from a branded one are told apart as ever.
 *
 * The class and, where they are errors, its instances are named here too, since a minifier renames the class.
 *
 * @param name of the class: the same in every copy
 * @example
 * class RowError extends Error {
 *   static {
 *     brandClass(this, 'RowError');
 *   }
 * }
 */
export function brandClass(branded: Branded, name: string): void {
  const brand = Symbol.for(`@egoi-client/${name}`);
  const { prototype } = branded as { readonly prototype: object };
  Object.defineProperty(prototype, brand, { value: true });
  Object.defineProperty(branded, 'name', { value: name, configurable: true });
  if (prototype instanceof Error) {
    Object.defineProperty(prototype, 'name', { value: name, writable: true, configurable: true });
  }
  Object.defineProperty(branded, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      // A derived class inherits this function, and not the brand.
      if (this === branded && typeof value === 'object' && value !== null) {
        return Reflect.get(value, brand) === true;
      }
      return Function.prototype[Symbol.hasInstance].call(this, value);
    },
  });
}
