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

/**
 * Writes the contacts 0 to `count - 1` as CSV.
 *
 * @param badEvery before every so many of them stands a row that cannot be sent, since it has no address
 */
export async function writeContacts(
  path: string,
  count: number,
  badEvery = Number.POSITIVE_INFINITY,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${Object.keys(contactOf(0)).join(',')}\n`);
  for (let index = 0; index < count; index += 1) {
    const bad = (index + 1) % badEvery === 0 ? `,nobody${index},,\n` : '';
    const row = `${bad}${Object.values(contactOf(index)).join(',')}\n`;
    if (!file.write(row)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
