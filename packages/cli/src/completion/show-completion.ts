import type { Command } from 'commander';
import type { Session } from '../session.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { zshScript } from './zsh.ts';

const writers: Readonly<Record<string, (vocabulary: Vocabulary) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Prints the script for a shell. */
export function showCompletion({ output }: Session, program: Command, shell: string): void {
  const script = writers[shell]?.(vocabularyOf(program)) ?? '';
  output.result({ shell, script }, () => script.trimEnd());
}
