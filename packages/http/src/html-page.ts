const pageStarts = ['<html', '<!doctype html'];

/** Longest beginning of a document that is looked at, in characters. */
const longestStart = 1024;

/** Tells a page for people from a document of a protocol. */
export function isHtmlPage(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html)\b/i.test(text);
}

/** What every beginning of such a page looks like: most documents are told by their second character. */
const likePage = /^(?:<(?:[!h]|$)|$)/i;

/** Tells whether more text is needed to tell a page by the beginning of a document, without blanks before it. */
export function mayBecomePage(start: string): boolean {
  if (start.length > longestStart || !likePage.test(start)) return false;
  const folded = start.toLowerCase().replaceAll(/\s+/g, ' ');
  return pageStarts.some((word) => word.startsWith(folded));
}
