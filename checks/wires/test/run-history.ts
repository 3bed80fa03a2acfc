import { type CaseOutcome, runCase } from '@egoi-client/conformance/cases';
import { isWireObject, type Transport, type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import type { HistoryCommand } from './history-commands.ts';

/** Makes one call and gives its outcome in a form that can be compared. */
export function outcomeOf(
  { method, params }: HistoryCommand,
  transport: Transport,
): Promise<CaseOutcome> {
  return runCase({ name: method, run: ({ client }) => client.call(method, params) }, transport);
}

/** The references that answers brought, by the name of the field, for the commands that follow. */
export class SeenReferences {
  readonly #byName = new Map<string, string[]>();

  /** Keeps what an answer calls `UID`, `ID`, `HASH`, … */
  note(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member !== 'string') this.note(member);
      else if (/^[0-9a-f]{6,64}$/.test(member)) this.#add(name, member);
    }
  }

  /** A command with the references in place of what stands for them. */
  fill({ method, params }: HistoryCommand): HistoryCommand {
    return { method, params: this.#fillIn(params) as WireObject };
  }

  #add(name: string, reference: string): void {
    const known = this.#byName.get(name) ?? [];
    if (!known.includes(reference)) this.#byName.set(name, [...known, reference]);
  }

  #fillIn(value: WireValue): WireValue {
    if (typeof value === 'string') {
      const [, name = '', index] = /^\{(\w+) (\d+)\}$/.exec(value) ?? [];
      if (index === undefined) return value;
      const known = this.#byName.get(name) ?? [];
      return known[Number(index) % Math.max(known.length, 1)] ?? 'ffffffffff';
    }
    if (Array.isArray(value)) return value.map((item) => this.#fillIn(item));
    if (!isWireObject(value)) return value;
    const struct: WireObject = {};
    for (const [name, member] of Object.entries(value)) {
      setMember(struct, name, this.#fillIn(member));
    }
    return struct;
  }
}
