import type { Effect, Evidence, MethodGroup, MethodName, MethodSpec } from '@egoi-client/core';
import { translationOf } from '@egoi-client/transport-v3';
import { anchorOf } from './markdown.ts';

/** What an effect means for whoever wants to repeat a call. */
export const effectWords: Readonly<Record<Effect, string>> = {
  read: '**Read.** It changes nothing and may be repeated.',
  idempotent:
    '**Idempotent write.** Doing it twice leaves what doing it once leaves, so it may be repeated.',
  write:
    '**Write.** Doing it twice may do it twice. It is repeated only where the service cannot have seen the first try.',
};

/** How well a fact is known. */
export const evidenceWords: Readonly<Record<Evidence, string>> = {
  seen: 'found in a source',
  'partly seen': 'in part found in a source',
  inferred: 'reasoned from a source',
  'shape only': "no more than its shape found in a source; the fields are the sandbox's choice",
  unknown: "in no source; the sandbox's choice",
};

/** The groups, in the order of their pages, with what is in them. */
export const groupTitles: Readonly<Record<MethodGroup, string>> = {
  accounts: 'Accounts',
  lists: 'Lists and extra fields',
  subscribers: 'Contacts',
  tags: 'Tags',
  segments: 'Segments',
  forms: 'Forms',
  campaigns: 'Campaigns and sending',
  reports: 'Reports',
  senders: 'Senders',
  automations: 'Automations',
  common: 'Callbacks and background operations',
  internal: 'Internal operations',
};

/** How a method gives its result in pages; empty for one that does not. */
export function pagingWords({ paging }: MethodSpec): string {
  if (paging === undefined) return '';
  const items =
    paging.items === undefined ? 'The result is the list' : `\`${paging.items}\` is the list`;
  return `**Paging.** \`start\` and \`limit\` choose a page. ${items}.`;
}

/** Where the arguments of a method are, when they are not in `functionOptions`. */
export function partsWords({ parts }: MethodSpec): string {
  if (parts === undefined) return '';
  if (parts.length === 0) return '**Arguments.** None travel with it, not even the credentials.';
  const names = parts.map((part) => `\`${part}\``).join(', ');
  return `**Arguments.** ${names} travels as an argument of its own, without \`functionOptions\` and without credentials.`;
}

/** What becomes of a method over API v3. */
export function translationWords({ name }: MethodSpec): string {
  const { verdict } = translationOf(name as MethodName);
  return `**API v3.** Over it the method is [${verdict}](../v3/methods-of-v2.md#${anchorOf(name)}).`;
}
