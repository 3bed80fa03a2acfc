import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './egoi.ts';

/** `describe` where a program is installed, `describe.skip` with a notice elsewhere; TERMINAL_REQUIRED=1 skips nothing. */
export function whereInstalled<Run, Skip>(
  program: string,
  describe: Run & { readonly skip: Skip },
): Run | Skip {
  if (process.env['TERMINAL_REQUIRED'] === '1' || isInstalled(program)) return describe;
  process.stderr.write(
    `skipped: ${program} is not installed (Debian: apt-get install ${program})\n`,
  );
  return describe.skip;
}

/** Whether a program is there to be run. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

let opened = 0;
const deadlineMs = 300_000;

/** A real terminal with a shell in it, driven by keys. */
export class Terminal {
  readonly #socket = `egoi-${process.pid}-${(opened += 1)}`;

  /**
   * @param env added to the place's environment
   * @param shell what runs in it
   */
  constructor(
    place: Place,
    {
      columns = 100,
      rows = 30,
      env = {},
      shell = 'bash --norc --noprofile',
    }: {
      readonly columns?: number;
      readonly rows?: number;
      readonly env?: Readonly<Record<string, string>>;
      readonly shell?: string;
    } = {},
  ) {
    // Without a history file: it would be written while the folder goes away.
    const all = { ...place.allEnv(), PS1: 'ready$ ', PROMPT: 'ready$ ', HISTFILE: '', ...env };
    const path = `${place.script()}:${process.env['PATH'] ?? ''}`;
    const words = Object.entries({ ...all, PATH: path }).map(([name, value]) => `${name}=${value}`);
    const size = ['-x', String(columns), '-y', String(rows)];
    // The shell gets this environment and nothing else, but for what tmux says of the terminal.
    const command = ['env', ...words, ...shell.split(' ')];
    this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, '-c', place.folder, ...command);
  }

  /** Types letters as they are. */
  type(text: string): void {
    this.#tmux('send-keys', '-l', text);
  }

  /** Presses keys by tmux's names: Enter, Tab, C-c. */
  press(...keys: readonly string[]): void {
    this.#tmux('send-keys', ...keys);
  }

  /** Types a command and Enter. */
  enter(command: string): void {
    this.type(command);
    this.press('Enter');
  }

  /** What is on the screen. */
  screen(): string {
    return this.#tmux('capture-pane', '-p', '-J');
  }

  /** What is on the screen and has been, with colours as escape sequences. */
  history(): string {
    return this.#tmux('capture-pane', '-p', '-e', '-S', '-');
  }

  /** Looks at the screen until it shows something. @returns that screen */
  async shows(pattern: RegExp): Promise<string> {
    const until = Date.now() + deadlineMs;
    for (;;) {
      const screen = this.screen();
      if (pattern.test(screen)) return screen;
      if (Date.now() > until) throw new Error(`never showed ${String(pattern)}:\n${screen}`);
      await pause(50);
    }
  }

  /** Makes it as wide as this, as when somebody drags its window. */
  resize(columns: number): void {
    this.#tmux('resize-window', '-x', String(columns));
  }

  close(): void {
    spawnSync('tmux', ['-L', this.#socket, 'kill-server'], { stdio: 'ignore' });
  }

  #tmux(...words: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync('tmux', ['-L', this.#socket, ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' },
    });
    if (status !== 0) throw new Error(`tmux ${words[0] ?? ''}: ${stderr}`);
    return stdout;
  }
}
