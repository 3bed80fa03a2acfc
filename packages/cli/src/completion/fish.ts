import {
  type CommandWord,
  type OptionWord,
  shellQuoted,
  valuedOptions,
  type Vocabulary,
} from './vocabulary.ts';

/** The completion script for fish. */
export function fishScript({ commands, methods, codes, shells }: Vocabulary): string {
  const methodLines = methods.flatMap(({ name, parameters, values }) => {
    const condition = `'__fish_seen_subcommand_from call; and __fish_seen_subcommand_from ${name}'`;
    const names = parameters.map((parameter) => `${parameter}=`).join(' ');
    const choices = new Map(values.map((choice) => [choice.parameter, choice.values]));
    const given = [...choices].flatMap(([parameter, words]) =>
      words.flatMap((word) => [
        `${parameter}=${word}`,
        // JSON has words of its own for numbers and flags, and quotes for all others.
        ...(/^(?:-?[\d.]+|true|false)$/.test(word) ? [`${parameter}:=${word}`] : []),
      ]),
    );
    const words = shellQuoted(`(__egoi_words "${names}" "${given.join(' ')}")`);
    return [
      ...(names === '' ? [] : [`complete -c egoi -n ${condition} -a ${words}`]),
      ...parameters.map((parameter) => {
        const offered = choices.get(parameter);
        const list = offered === undefined ? '' : ` -a ${shellQuoted(offered.join(' '))}`;
        return `complete -c egoi -n ${condition} -l ${parameter} -x${list}`;
      }),
    ];
  });
  const offers = methods.map(({ name, summary }) => ({ name, summary }));
  const operandLines = commands.flatMap((command) => {
    switch (command.operand) {
      case 'method':
        return offers.map(({ name, summary }) => operandLine(command, name, summary));
      case 'code':
        return [operandLine(command, codes.join(' '))];
      case 'shell':
        return [operandLine(command, shells.join(' '))];
      case 'command':
        return [operandLine(command, commands.map(({ name }) => name).join(' '))];
      case 'subcommand':
        return [operandLine(command, command.subcommands.join(' '))];
      default:
        return [];
    }
  });
  return `# fish completion for egoi. Load it with: egoi completion fish | source

# Whether no word but options, and their values, follows the command.
function __egoi_wants_operand
  set -l words (commandline -opc)
  # The option of all commands may stand before the command.
  test (count $words) -ge 3; and test $words[2] = --profile; and set -e words[2..3]
  test (count $words) -ge 2; or return 1
  test $words[2] = $argv[1]; or return 1
  set -l is_value no
  for word in $words
    set -l before $is_value
    set is_value no
    test $before = yes; and continue
    switch $word
      case egoi $argv[1] '*/egoi'
      case ${valuedOptions(commands).join(' ')}
        set is_value yes
      case '-*'
      case '*'
        return 1
    end
  end
  test $is_value = no
end

# Names of parameters; behind a = what they take, and behind an @ files.
function __egoi_words
  set -l token (commandline -ct)
  if string match -q '*@*' -- $token
    set -l parts (string split -m 1 @ -- $token)
    for file in $parts[2]*
      echo "$parts[1]@$file"
    end
  else if string match -q '*=*' -- $token
    string split ' ' -- $argv[2]
  else
    string split ' ' -- $argv[1]
  end
end

complete -c egoi -f
complete -c egoi -n __fish_use_subcommand -l profile -x -a ${shellQuoted(profileNames)}
${commands.flatMap(profileLine).join('\n')}
${commands.map(({ name, summary }) => `complete -c egoi -n __fish_use_subcommand -a ${name} -d ${shellQuoted(summary)}`).join('\n')}
${operandLines.join('\n')}
${commands.flatMap((command) => command.options.map((option) => optionLine(command, option))).join('\n')}
${commands.flatMap(fileLine).join('\n')}
${methodLines.join('\n')}
`;
}

/** Asked for when the shell completes. */
const profileNames = '(egoi profiles --names 2>/dev/null)';

function profileLine({ name, ofProfiles }: CommandWord): string[] {
  if (ofProfiles.length === 0) return [];
  const below = `__fish_seen_subcommand_from ${ofProfiles.join(' ')}`;
  return [
    `complete -c egoi -n '__fish_seen_subcommand_from ${name}; and ${below}' -x -a ${shellQuoted(profileNames)}`,
  ];
}

function operandLine({ name }: CommandWord, words: string, summary?: string): string {
  const description = summary === undefined ? '' : ` -d ${shellQuoted(summary)}`;
  return `complete -c egoi -n '__egoi_wants_operand ${name}' -a ${shellQuoted(words)}${description}`;
}

function fileLine({ name, operand, subcommands, ofProfiles }: CommandWord): string[] {
  if (operand !== 'file' && operand !== 'subcommand') return [];
  const ofFiles = subcommands.filter((below) => !ofProfiles.includes(below));
  if (operand === 'subcommand' && ofFiles.length === 0) return [];
  const below =
    ofFiles.length === 0 ? '' : `; and __fish_seen_subcommand_from ${ofFiles.join(' ')}`;
  return [`complete -c egoi -n '__fish_seen_subcommand_from ${name}${below}' -F`];
}

function optionLine({ name }: CommandWord, option: OptionWord): string {
  const { long, names, description, takesValue, takesFile, takesProfile, choices } = option;
  const value = takesProfile
    ? ` -x -a ${shellQuoted(profileNames)}`
    : choices.length > 0
      ? ` -x -a ${shellQuoted(choices.join(' '))}`
      : takesFile
        ? ' -r -F'
        : takesValue
          ? ' -x'
          : '';
  const short = names
    .filter((word) => !word.startsWith('--'))
    .map((word) => ` -s ${word.slice(1)}`);
  return `complete -c egoi -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${short.join('')}${value} -d ${shellQuoted(description)}`;
}
