import { text } from 'node:stream/consumers';
import type { Session } from '../session.ts';
import { askForApiKey, checkKey } from './api-key.ts';
import { readConfig, writeConfig } from './config-file.ts';

/** Keeps the key for all commands: typed at the terminal, or from a pipe. */
export async function runLogin(session: Session): Promise<void> {
  const { env, output } = session;
  const config = readConfig(env);
  const typed = session.isInteractive ? await askForApiKey(session) : await text(process.stdin);
  const apiKey = checkKey(typed.trim(), 'the input');
  const path = writeConfig(env, { ...config, apiKey });
  output.result({ path }, () =>
    [
      `The key is in ${path}, for you alone. Deleting that file forgets it.`,
      'Next: egoi doctor',
    ].join('\n'),
  );
}
