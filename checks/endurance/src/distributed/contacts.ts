/** The contacts of a distributed import, by number; the same in every process. */
export function* contactsOfImport(count: number): Generator<{ email: string; first_name: string }> {
  for (let index = 0; index < count; index += 1) {
    yield { email: `${index}@example.com`, first_name: `Contact ${index}` };
  }
}
