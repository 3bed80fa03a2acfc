import {
  choiceCases,
  type CommandWord,
  shellQuoted,
  valuedOptions,
  type Vocabulary,
} from './vocabulary.ts';

/** The completion script for zsh. */
export function zshScript({ commands, methods, codes, shells }: Vocabulary): string {
  const profileCommands = commands.flatMap(({ name, ofProfiles }) =>
    ofProfiles.map((below) => `${name}/${below}`),
  );
  const methodWords = methods.map(({ name, summary }) => described(name, summary));
  return `#compdef egoi
# zsh completion for egoi. Load it with: source <(egoi completion zsh)

_egoi_commands() {
  local -a commands=(${commands.map(({ name, summary }) => described(name, summary)).join(' ')})
  _describe command commands
}

_egoi_methods() {
  local -a methods=(${methodWords.join(' ')})
  _describe method methods
}

_egoi_profiles() {
  compadd -- \${(f)"$(egoi profiles --names 2>/dev/null)"}
}

_egoi_parameters() {
  case $1 in
${methods.map(({ name, parameters }) => `    ${name}) reply=(${parameters.join(' ')}) ;;`).join('\n')}
    *) reply=() ;;
  esac
}

# What a parameter of a method takes, where there is a choice.
_egoi_values() {
  case $1/$2 in
${choiceCases(methods, (patterns, values) => `    ${patterns}) reply=(${values.join(' ')}) ;;`)}
    *) reply=() ;;
  esac
}

_egoi_operand() {
  case $1 in
${commands.map((command) => `    ${command.name}) ${operandOf(command, { codes, shells })} ;;`).join('\n')}
  esac
}

_egoi_options() {
  local -a options
  case $1 in
${commands.map((command) => `    ${command.name}) options=(${optionsOf(command)}) ;;`).join('\n')}
  esac
  _describe option options
}

_egoi() {
  local word=$words[CURRENT] before=$words[CURRENT-1] command operand='' index first=2
  local -a reply
  # The option of all commands may stand before the command.
  [[ $words[2] == --profile ]] && (( CURRENT > 3 )) && first=4
  command=$words[first]
  if (( CURRENT == first )) && [[ $word != -* ]]; then
    _egoi_commands
    return
  fi
  case $command/$before in
    ${profileCommands.join('|')}) _egoi_profiles; return ;;
  esac
  case $before in
${valueCases(commands)}
  esac
  # The first word that is neither an option nor the value of one.
  for (( index = first + 1; index < CURRENT; index++ )); do
    case $words[index] in
      ${valuedOptions(commands).join('|')}) (( index++ )) ;;
      -*) ;;
      *) operand=$words[index]; break ;;
    esac
  done
  if [[ $command == call && -n $operand ]]; then
    _egoi_parameters $operand
    if [[ $before == --* ]] && (( \${reply[(Ie)\${before#--}]} )); then
      _egoi_values $operand \${before#--}
      compadd -- $reply
      return
    fi
    if [[ $word == -* ]]; then
      compadd -- --\${^reply}
    elif [[ $word == *@* ]]; then
      compset -P '*@'
      _files
      return
    elif [[ $word != *=* ]]; then
      compadd -S = -- $reply
      return
    else
      _egoi_values $operand \${\${word%%=*}%:}
      # JSON has words of its own for numbers and flags, and quotes for all others.
      [[ $word == *:=* ]] && reply=(\${(M)reply:#(<->|true|false)})
      compset -P '*='
      (( $#reply )) && compadd -- $reply
      return
    fi
  fi
  if [[ $word == -* ]]; then
    _egoi_options $command
  elif [[ -z $operand ]]; then
    _egoi_operand $command
  fi
}

if [[ \${funcstack[1]} == _egoi ]]; then
  _egoi "$@"
else
  compdef _egoi egoi
fi
`;
}

function described(word: string, description: string): string {
  return shellQuoted(`${word.replaceAll(':', '\\:')}:${description.replaceAll(':', '\\:')}`);
}

function optionsOf({ options }: CommandWord): string {
  const words = options.map(({ long, description }) => described(long, description));
  return [...words, described('--help', 'show how the command is used')].join(' ');
}

function operandOf(
  { operand, subcommands }: CommandWord,
  words: { readonly codes: readonly string[]; readonly shells: readonly string[] },
): string {
  switch (operand) {
    case 'method':
      return '_egoi_methods';
    case 'command':
      return '_egoi_commands';
    case 'code':
      return `compadd -- ${words.codes.join(' ')}`;
    case 'shell':
      return `compadd -- ${words.shells.join(' ')}`;
    case 'subcommand':
      return `compadd -- ${subcommands.join(' ')}`;
    case 'file':
      return '_files';
    default:
      return ':';
  }
}

function valueCases(commands: readonly CommandWord[]): string {
  const options = new Map(
    commands.flatMap((command) =>
      command.options.filter((o) => o.takesValue).map((o) => [o.long, o] as const),
    ),
  );
  return [...options.values()]
    .map(({ names, choices, takesFile, takesProfile }) => {
      const offer = takesProfile
        ? '_egoi_profiles'
        : choices.length > 0
          ? `compadd -- ${choices.join(' ')}`
          : takesFile
            ? '_files'
            : ':';
      return `    ${names.join('|')}) ${offer}; return ;;`;
    })
    .join('\n');
}
