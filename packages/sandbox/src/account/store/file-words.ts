/**
 * The words that a file has for what the account calls otherwise. Files of every release have them, so
 * that they never change.
 */
interface FileWords<Word extends string> {
  readonly toFile: (word: Word) => string;
  readonly fromFile: (written: string) => Word;
}

function fileWords<const Table extends Readonly<Record<string, string>>>(
  table: Table,
): FileWords<keyof Table & string> {
  const words = new Map(Object.entries(table).map(([word, written]) => [written, word]));
  return {
    toFile: (word) => table[word] ?? word,
    fromFile: (written) => words.get(written) ?? written,
  };
}

export const senderChannelWords = fileWords({
  email: 'email',
  sms: 'telemovel',
  voice: 'telefone',
});

export const campaignChannelWords = fileWords({
  email: 'email',
  sms: 'sms_premium',
  fax: 'fax',
  voice: 'voice',
});

export const extraFieldTypeWords = fileWords({
  date: 'data',
  text: 'texto',
  telephone: 'telefone',
  cellphone: 'telemovel',
  fax: 'fax',
  number: 'numero',
  email: 'email',
  choice: 'lista',
});
