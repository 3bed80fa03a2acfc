import {
  choiceCases,
  type CommandWord,
  type OperandKind,
  valuedOptions,
  type Vocabulary,
} from './vocabulary.ts';

/** The completion script for bash 4 and later; it needs no other package. */
export function bashScript({ commands, methods, codes, shells }: Vocabulary): string {
  const options = commands.flatMap((command) => command.options);
  const withChoices = new Map(
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ names, choices }) => [names.join('|'), choices]),
  );
  const valued = valuedOptions(commands);
  const chosen = options.filter(({ choices }) => choices.length > 0).flatMap(({ names }) => names);
  const ofProfile = options.filter((o) => o.takesProfile).flatMap(({ names }) => names);
  const ofFiles = options.filter((o) => o.takesFile).flatMap(({ names }) => names);
  const special = new Set([...chosen, ...ofProfile, ...ofFiles]);
  const others = valued.filter((name) => !special.has(name));
  const profileCommands = commands.flatMap(({ name, ofProfiles }) =>
    ofProfiles.map((below) => `${name}/${below}`),
  );
  return `# bash completion for egoi. Load it with: source <(egoi completion bash)

_egoi_options() {
  case $1 in
${commands.map((command) => `    ${command.name}) echo ${quotedWords(optionWords(command))} ;;`).join('\n')}
  esac
}

_egoi_parameters() {
  case $1 in
${methods.map(({ name, parameters }) => `    ${name}) echo ${quotedWords(parameters)} ;;`).join('\n')}
  esac
}

# What a parameter of a method takes, where there is a choice.
_egoi_values() {
  case $1/$2 in
${choiceCases(methods, (patterns, values) => `    ${patterns}) echo ${quotedWords(values)} ;;`)}
  esac
}

# Nothing, and no files either.
_egoi_nothing() {
  # Tests call this outside of a completion, where there is nothing to set.
  [[ -n \${COMP_TYPE-} ]] && compopt +o default +o bashdefault
}

# Files behind an @, which for bash is a part of the word all the same.
_egoi_files() {
  mapfile -t COMPREPLY < <(compgen -P @ -f -- "$1")
}

# Values behind a prefix; without a choice files, which may be meant.
_egoi_choose() {
  local values
  values=$(_egoi_values "$1" "$2")
  # JSON has words of its own for numbers and flags, and quotes for all others.
  [[ $5 == json ]] && values=$(grep -Exo -- '-?[0-9.]+|true|false' <<< "\${values// /$'\\n'}")
  COMPREPLY=($(compgen -P "$4" -W "$values" -- "$3"))
}

_egoi_operands() {
  case $1 in
${operandCases(commands, { methods: methods.map(({ name }) => name), codes, shells })}
  esac
}

_egoi_profiles() {
  COMPREPLY=($(compgen -W "$(egoi profiles --names 2>/dev/null)" -- "$1"))
}

_egoi() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} first=1 command
  local operand='' index parameters parameter form=text
  COMPREPLY=()
  # The option of all commands may stand before the command.
  [[ \${COMP_WORDS[1]} == --profile ]] && ((COMP_CWORD > 2)) && first=3
  command=\${COMP_WORDS[first]}
  if ((COMP_CWORD == first)); then
    COMPREPLY=($(compgen -W ${quotedWords([...commands.map(({ name }) => name), '--profile', '--help', '--version'])} -- "$word"))
    return
  fi
  case $command/$before in
    ${profileCommands.join('|')}) _egoi_profiles "$word"; return ;;
  esac
  case $before in
    --profile) _egoi_profiles "$word"; return ;;
${[...withChoices].map(([names, choices]) => `    ${names}) COMPREPLY=($(compgen -W ${quotedWords(choices)} -- "$word")); return ;;`).join('\n')}
    ${ofFiles.join('|')}) return ;;
    ${others.join('|')}) _egoi_nothing; return ;;
  esac
  # The first word that is neither an option nor the value of one.
  for ((index = first + 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      ${valued.join('|')}) ((index++)) ;;
      -*) ;;
      *) operand=\${COMP_WORDS[index]}; break ;;
    esac
  done
  if [[ $command == call && -n $operand ]]; then
    # Bash parts words at = and @, unless it was told otherwise.
    case $before in
      *@) _egoi_files "$word"; return ;;
      =|:=)
        [[ $before == :* ]] && form=json
        _egoi_choose "$operand" "\${COMP_WORDS[COMP_CWORD-2]}" "$word" '' $form
        return ;;
      --*)
        parameter=\${before#--}
        if [[ " $(_egoi_parameters "$operand") " == *" $parameter "* ]]; then
          _egoi_choose "$operand" "$parameter" "$word" '' text
          [[ \${#COMPREPLY[@]} == 0 ]] && _egoi_nothing
          return
        fi ;;
    esac
    case $word in
      @|=@|:=@) _egoi_files ''; return ;;
      =|:=)
        [[ $word == :* ]] && form=json
        _egoi_choose "$operand" "$before" '' '' $form
        return ;;
      *@*) COMPREPLY=($(compgen -P "\${word%%@*}@" -f -- "\${word#*@}")); return ;;
      *=*)
        parameter=\${word%%=*}
        [[ $parameter == *: ]] && form=json
        _egoi_choose "$operand" "\${parameter%:}" "\${word#*=}" "$parameter=" $form
        return ;;
    esac
  fi
  if [[ $word == -* ]]; then
    parameters=''
    [[ $command == call && -n $operand ]] && parameters=$(printf -- '--%s ' $(_egoi_parameters "$operand"))
    COMPREPLY=($(compgen -W "$(_egoi_options "$command") $parameters" -- "$word"))
  elif [[ -z $operand ]]; then
    COMPREPLY=($(compgen -W "$(_egoi_operands "$command")" -- "$word"))
  elif [[ $command == call ]]; then
    COMPREPLY=($(compgen -S = -W "$(_egoi_parameters "$operand")" -- "$word"))
    # Tests call this function outside of a completion, where there is nothing to set.
    [[ -n \${COMP_TYPE-} ]] && compopt -o nospace
  fi
}

complete -o bashdefault -o default -F _egoi egoi
`;
}

function optionWords({ options }: CommandWord): string[] {
  return [...options.map(({ long }) => long), '--help'];
}

function operandCases(
  commands: readonly CommandWord[],
  words: {
    readonly methods: readonly string[];
    readonly codes: readonly string[];
    readonly shells: readonly string[];
  },
): string {
  const lists: Readonly<Record<Exclude<OperandKind, 'subcommand'>, readonly string[]>> = {
    method: words.methods,
    code: words.codes,
    shell: words.shells,
    command: commands.map(({ name }) => name),
    file: [],
    none: [],
  };
  const wordsOf = ({ operand, subcommands }: CommandWord) =>
    operand === 'subcommand' ? subcommands : lists[operand];
  return commands
    .filter((command) => wordsOf(command).length > 0)
    .map((command) => `    ${command.name}) echo ${quotedWords(wordsOf(command))} ;;`)
    .join('\n');
}

/** Names, options and codes hold nothing that a shell would read. */
function quotedWords(words: readonly string[]): string {
  return `'${words.join(' ')}'`;
}
