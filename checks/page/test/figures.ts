/** What was measured of the page, to be told and held to nothing: machines are loaded. */
export class Figures {
  readonly #rows = new Map<string, { readonly unit: string; readonly values: number[] }>();

  add(what: string, value: number, unit = 'ms'): void {
    const row = this.#rows.get(what) ?? { unit, values: [] };
    row.values.push(value);
    this.#rows.set(what, row);
  }

  /** One line each: the median, and of how many. */
  get table(): string {
    const rows = [...this.#rows].map(([what, { unit, values }]) => {
      const sorted = values.toSorted((a, b) => a - b);
      const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
      const most = sorted.at(-1) ?? 0;
      return `${what.padEnd(44)} ${String(Math.round(median)).padStart(6)} ${unit}  (most ${Math.round(most)}, of ${values.length})`;
    });
    return `\n${'the page'.padEnd(44)} median\n${rows.join('\n')}\n`;
  }
}
