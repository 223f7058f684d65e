// The help of commands, and what is said of a command that was typed wrong, in the language that is
// spoken: commander has its words in English only.
import type { Command, Option } from 'commander'
import { commandWords, say } from './speech.ts'

/** To be called before subcommands are added, which take the settings over. */
export function inWords<Given extends Command>(command: Given): Given {
  const { titles, wrong } = commandWords()
  command
    .helpOption('-h, --help', titles.help)
    .configureHelp({ styleTitle: titleInWords, optionDescription })
    .configureOutput({ outputError: (text, write) => write(errorInWords(text)) })
    .showHelpAfterError(wrong.seeHelp)
  return command
}

function titleInWords(title: string): string {
  const { titles } = commandWords()
  const words = new Map([
    ['Usage:', titles.usage],
    ['Options:', titles.options],
    ['Commands:', titles.commands],
    ['Arguments:', titles.arguments],
  ])
  return words.get(title) ?? title
}

function optionDescription(option: Option): string {
  const { titles } = commandWords()
  const { description, defaultValueDescription, envVar } = option
  const value: unknown = option.defaultValue
  const isShown =
    value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
  return [
    description,
    ...(isShown ? [titles.byDefault(defaultValueDescription ?? JSON.stringify(value))] : []),
    ...(envVar === undefined ? [] : [titles.ofVariable(envVar)]),
  ].join('')
}

/** The sentences of commander, which has them as text alone. */
const patterns: readonly [pattern: RegExp, inWords: (...values: readonly string[]) => string][] = [
  [/^missing required argument '(.*)'$/, (name = '') => commandWords().wrong.missingArgument(name)],
  [/^option '(.*)' argument missing$/, (option = '') => commandWords().wrong.missingValue(option)],
  [
    /^required option '(.*)' not specified$/,
    (option = '') => commandWords().wrong.missingOption(option),
  ],
  [
    /^option '(.*)' argument '([^]*)' is invalid\. ?([^]*)$/,
    (option = '', value = '', why = '') => commandWords().wrong.invalidValue(value, option, why),
  ],
  [
    /^option '(.*)' value '([^]*)' from env '(.*)' is invalid\. ?([^]*)$/,
    (_, value = '', name = '', why = '') => commandWords().wrong.invalidValue(value, name, why),
  ],
  [
    /^command-argument value '([^]*)' is invalid for argument '(.*)'\. ?([^]*)$/,
    (value = '', name = '', why = '') => commandWords().wrong.invalidValue(value, name, why),
  ],
  [/^unknown option '([^]*)'$/, (option = '') => commandWords().wrong.unknownOption(option)],
  [/^unknown command '([^]*)'$/, (name = '') => commandWords().wrong.unknownCommand(name)],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)/,
    (most, given) => commandWords().wrong.tooMany(Number(most), Number(given)),
  ],
]

/** @example "error: unknown option '--yess'\n(Did you mean --yes?)\n" → in the language that is spoken */
function errorInWords(text: string): string {
  const { meant } = commandWords().wrong
  const [first = '', ...rest] = text.trimEnd().split(/\n(?=\(Did you mean )/)
  const sentence = first.replace(/^error: /, '').trimEnd()
  const proposals = rest.map((line) =>
    meant(/^\(Did you mean (?:one of )?(.*)\?\)$/.exec(line.trimEnd())?.[1]?.split(', ') ?? []),
  )
  for (const [pattern, inWords] of patterns) {
    const found = pattern.exec(sentence)
    if (found !== null)
      return `${[say().error(inWords(...found.slice(1))), ...proposals].join('\n')}\n`
  }
  return text
}
