/** What the program ends with, for scripts. `docs/cli.md` has the same table. */
export const exitCodes = {
  done: { code: 0, meaning: 'Done.' },
  refused: { code: 1, meaning: 'The API said no: an error code of its own (`egoi errors`).' },
  usage: {
    code: 2,
    meaning:
      'The command is wrong: unknown word, missing or mistyped parameter, unreadable file, no key. Nothing was sent.',
  },
  unreachable: { code: 3, meaning: 'No connection, or no answer in time.' },
  quota: { code: 4, meaning: "The hour's calls are used up." },
  unreadable: {
    code: 5,
    meaning: 'Something answered that was not the API: an HTTP error, a fault, an unreadable text.',
  },
  incomplete: {
    code: 6,
    meaning: 'Done, with something to look at: rejected rows, or a finding of the doctor.',
  },
  defect: { code: 70, meaning: 'A defect in the program itself. Please report it.' },
  interrupted: { code: 130, meaning: 'Interrupted with Ctrl-C.' },
  terminated: { code: 143, meaning: 'Ended by a SIGTERM.' },
} as const;

/** One of the ways in which the program ends. */
export type ExitName = keyof typeof exitCodes;

/** The code that a way of ending has. */
export function exitCode(name: ExitName): number {
  return exitCodes[name].code;
}
