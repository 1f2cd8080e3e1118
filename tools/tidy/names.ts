// Checks of file and folder names: kebab-case, no folder without a subject, no program outside TypeScript.
import type { Check } from './fault.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const writtenLarge = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE']

/** Files and folders are named in kebab-case, but for dotfiles and the pages every project writes large. */
export const checkKebabCase: Check = (path) =>
  path
    .split('/')
    .filter((part) => !part.startsWith('.') && !writtenLarge.includes(part) && !kebab.test(part))
    .map((part) => ({ check: 'kebab-case', path, line: 1, says: `${part} is not kebab-case` }))

const withoutSubject: Readonly<Record<string, string>> = {
  utils: 'the thing it works on (cents, day, segment)',
  util: 'the thing it works on',
  helpers: 'the act it helps with',
  helper: 'the act it helps with',
  common: 'the ground it belongs to (values, people)',
  shared: 'the ground it belongs to (values, people)',
  misc: 'a name of its own for each thing in it',
  manager: 'the act it does (post-remit, sign-note)',
}

/** A name without a subject invites everything: each banned one is refused with a better one. */
export const checkSubject: Check = (path) =>
  path
    .split('/')
    .flatMap((part) => part.split(/[.-]/))
    .flatMap((word) => {
      const better = withoutSubject[word]
      return better === undefined
        ? []
        : [{ check: 'a-name-has-a-subject', path, line: 1, says: `"${word}" names nothing: use ${better}` }]
    })

// Plain JavaScript stands only where TypeScript cannot run yet, or where a tool reads nothing else.
const plainScripts = [
  'cli/bin/goldenthread.mjs',
  'tools/install-what-is-missing.mjs',
  '.dependency-cruiser.cjs',
]

/** Programs are .ts and .tsx, since types and arrows are checked in nothing else. */
export const checkLanguage: Check = (path) =>
  /\.([cm]?jsx?|[cm]tsx?)$/.test(path) &&
  !plainScripts.includes(path) &&
  !/(^|\/)generated\.[^/]+\.cjs$/.test(path)
    ? [{ check: 'programs-are-typescript', path, line: 1, says: 'a program is a .ts or .tsx file' }]
    : []
