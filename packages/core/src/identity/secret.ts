import { brandClass } from './brand.ts';

/** Outside the instances, so that the types of two copies of this library agree. */
const values = new WeakMap<Secret, string>();

/** Holds a key or a password so that printing, logging or serialising it shows `[redacted]`. */
export class Secret {
  static {
    brandClass(this, 'Secret');
    Object.defineProperty(this.prototype, Symbol.for('nodejs.util.inspect.custom'), {
      value: () => '[redacted]',
    });
  }

  constructor(value: string) {
    values.set(this, value);
  }

  /** The secret itself, for the moment in which it goes on the wire. */
  reveal(): string {
    return values.get(this) ?? '';
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }
}
