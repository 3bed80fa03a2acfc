import { WireFormatError } from '@egoi-client/core/wire';

/** What a decoder makes of a document, as text; `refused` where it does not take it. */
export function outcomeOf(decode: (document: string) => unknown, document: string): string {
  try {
    return JSON.stringify(decode(document));
  } catch (error) {
    if (error instanceof WireFormatError) return 'refused';
    throw error;
  }
}

/** The same document, no part of which is known again: a comment stands behind every end. */
export function withComments(document: string): string {
  return document.replaceAll(/<\/[^>]*>/g, '$&<!---->');
}
