// Checks that names are the trade's own words, whole.
import ts from 'typescript'
import type { Check } from './fault.ts'
import { isGenerated, isTypeScript } from './fault.ts'
import { lineOf, nodesOf, readTree } from './syntax-tree.ts'

const betterWords: ReadonlyMap<string, string> = new Map([
  ['patient', 'client'],
  ['amt', 'amount'],
  ['pmt', 'payment'],
  ['cfg', 'settings'],
  ['ctx', 'what it holds'],
  ['mgr', 'the act it does'],
  ['tmp', 'what it holds'],
  ['idx', 'index'],
  ['arr', 'what it lists'],
  ['obj', 'what it is'],
  ['btn', 'button'],
  ['usr', 'user'],
  ['qty', 'units'],
  ['dob', 'birthDate'],
])

// X12 has its own element names, and so have the two doors to it, the payer, and the corpus as it was written.
const speaksX12 = (path: string): boolean =>
  /^(core\/src\/x12|core\/corpus-tests|payer)\//.test(path) || /(^|\/)(to|from)-[a-z0-9-]+\.ts$/.test(path)

const wordsOf = (name: string): string[] =>
  name.split(/[_$]|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase())

const declaredName = (node: ts.Node): ts.Identifier | undefined => {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyAssignment(node)
  return declares && node.name !== undefined && ts.isIdentifier(node.name) ? node.name : undefined
}

/** Declared names use no abbreviation but the trade's, and say client where X12 says patient. */
export const checkTradeWords: Check = (path, text) => {
  if (!isTypeScript(path) || isGenerated(path) || speaksX12(path)) return []
  const tree = readTree(path, text)
  return nodesOf(tree).flatMap((node) => {
    const name = declaredName(node)
    if (name === undefined) return []
    return wordsOf(name.text).flatMap((word) => {
      const better = betterWords.get(word)
      if (better === undefined) return []
      return [
        {
          check: 'words-of-the-trade',
          path,
          line: lineOf(tree, name),
          says: `${name.text}: "${word}" is ${better} here`,
        },
      ]
    })
  })
}
