// Checks of words: banned ones with the better word, places of one machine, hosts of registries.
import type { Check, TidyFault } from './fault.ts'
import { lineAt } from './fault.ts'

type BannedWord = { readonly word: RegExp; readonly better: string; readonly only?: RegExp }

const bannedWords: readonly BannedWord[] = [
  { word: /\b(TODO|FIXME|XXX|HACK)\b/g, better: 'do it, or leave it out and say so where users read' },
  { word: /\bfor now\b/gi, better: 'say under which condition it changes' },
  { word: /\b(black|white)[ -]?list(ed|s|ing)?\b/gi, better: 'allow list, ban list' },
  { word: /\b(in|see|of|from|by) issue #?\d+\b/gi, better: 'say what is so, not where it was asked for' },
  { word: /\bas any\b/g, better: 'unknown, and a check', only: /\.tsx?$/ },
  { word: /@ts-(ignore|expect-error|nocheck)\b/g, better: 'a type that says what is so' },
  { word: /\b(oxlint|eslint)-disable\b/g, better: 'a change of the code, or of the rule for all' },
]

const bannedPlaces: readonly BannedWord[] = [
  {
    word: /(?<![\w.~-])\/(work|root|home|Users)\/[\w.-]*/g,
    better: 'a path from the project, or from the folder of the file',
  },
  { word: /\b[A-Z]:\\\\?Users\b/g, better: 'a path from the project' },
  {
    word: /\b(registry\.(npmjs|yarnpkg)\.\w+|npm\.pkg\.github\.com|[\w.-]*(artifactory|jfrog|verdaccio)[\w.-]*\.\w+)\b/gi,
    better: 'nothing: which registry is used is the machine owner’s matter',
  },
]

const faultsOf = (check: string, banned: readonly BannedWord[], path: string, text: string): TidyFault[] =>
  banned
    .filter(({ only }) => only?.test(path) ?? true)
    .flatMap(({ word, better }) =>
      [...text.matchAll(word)].map((found) => ({
        check,
        path,
        line: lineAt(text, found.index),
        says: `"${found[0]}": ${better}`,
      })),
    )

// These hold the list and plant the faults.
const exempt = (path: string): boolean =>
  ['tools/tidy/words.ts', 'tools/tidy.test.ts', 'tools/lint.test.ts'].includes(path)

/** Words that hide unfinished or unsound work. */
export const checkWords: Check = (path, text) =>
  exempt(path) ? [] : faultsOf('banned-words', bannedWords, path, text)

/** Nothing names one machine's folders or a registry's host. */
export const checkPlaces: Check = (path, text) =>
  exempt(path) ? [] : faultsOf('no-places-of-one-machine', bannedPlaces, path, text)
