/** Options of reading contacts with their defaults, but for what the file itself tells. */
export interface ResolvedReadOptions {
  readonly delimiter?: string | undefined;
  readonly encoding: string;
  readonly columns: { readonly [name: string]: string | null };
  readonly unknownColumns: 'refuse' | 'drop' | 'keep';
  readonly maxRowBytes: number;
}
