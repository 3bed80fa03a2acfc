import type { SourceModel } from './expression.ts';

/** Reads the text of a source. */
type SourceReader = (path: string, text: string) => SourceModel;

/** A language whose sources can be looked through. */
export type Language = 'PHP' | 'JavaScript' | 'Python' | 'Java' | 'C#' | 'Perl';

const endings: Readonly<Record<Language, RegExp>> = {
  PHP: /\.(php\d?|phtml|inc|module|ctp)$/i,
  JavaScript: /\.([cm]?[jt]s|[jt]sx)$/i,
  Python: /\.(py|pyw)$/i,
  Java: /\.java$/i,
  'C#': /\.(cs|csx|cshtml)$/i,
  Perl: /\.(pl|pm|cgi|t)$/i,
};

/** The language of a file by its name; `undefined` for one that none has. */
export function languageOf(path: string): Language | undefined {
  const languages = Object.keys(endings) as Language[];
  return languages.find((language) => endings[language].test(path));
}

const loaders: Readonly<Record<Language, () => Promise<SourceReader>>> = {
  PHP: async () => (await import('./php.ts')).readPhp,
  JavaScript: async () => (await import('./javascript.ts')).readJavascript,
  Python: async () => (await import('./python.ts')).readPython,
  Java: async () => (await import('./java.ts')).readJava,
  'C#': async () => (await import('./csharp.ts')).readCsharp,
  Perl: async () => (await import('./perl.ts')).readPerl,
};

/** The reader of a language, its grammar loaded when it is asked for. */
export function readerOf(language: Language): Promise<SourceReader> {
  return loaders[language]();
}

/** The language of a script without an ending, by its first line. */
export function languageOfFirstLine(text: string): Language | undefined {
  const [, program] = /^#!.*\b(php|node|python|perl)[\d.]*\b/.exec(text.slice(0, 200)) ?? [];
  const languages: Readonly<Record<string, Language>> = {
    php: 'PHP',
    node: 'JavaScript',
    python: 'Python',
    perl: 'Perl',
  };
  return program === undefined ? undefined : languages[program];
}
