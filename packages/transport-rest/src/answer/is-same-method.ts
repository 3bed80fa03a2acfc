/** Letter case is all that the known spellings of one method differ in (reference, 14.2). */
export function isSameMethod(name: string, method: string): boolean {
  return name.toLowerCase() === method.toLowerCase();
}
