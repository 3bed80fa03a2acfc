/** A template, which the API can only name. */
export interface Template {
  readonly id: number;
  readonly name: string;
}

/** The message templates of every account; advanced reports are built from them too. */
export const templates: readonly Template[] = [
  { id: 1, name: 'Newsletter' },
  { id: 2, name: 'Announcement' },
];

/** The header and footer templates of every account. */
export const headerFooterTemplates: readonly Template[] = [
  { id: 1, name: 'Default' },
  { id: 2, name: 'Without logo' },
];
