import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const firstNames = ['Ana', 'João', 'Maria', 'Nuno', 'Inês', 'Tiago', 'Beatriz', 'Rui'];
const lastNames = ['Silva', 'Santos', 'Ferreira', 'Pereira', 'Conceição', 'Costa', 'Brito e Melo'];

/** The contact with a number, the same whenever it is asked for. */
export function contactOf(index: number): Record<string, string> {
  return {
    email: `contact${index}@example.com`,
    first_name: firstNames[index % firstNames.length] ?? '',
    last_name: lastNames[index % lastNames.length] ?? '',
    birth_date: `19${50 + (index % 50)}-0${1 + (index % 9)}-1${index % 10}`,
  };
}

/** Writes the contacts 0 to `count - 1` as CSV. */
export async function writeContacts(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${Object.keys(contactOf(0)).join(',')}\n`);
  for (let index = 0; index < count; index += 1) {
    const row = `${Object.values(contactOf(index)).join(',')}\n`;
    if (!file.write(row)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
