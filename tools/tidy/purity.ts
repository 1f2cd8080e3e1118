// Checks that core reads no clock, dice or locale in the ways that lint cannot see.
import ts from 'typescript'
import type { Check, TidyFault } from './fault.ts'
import { isTest } from './fault.ts'
import { lineOf, nodesOf, readTree } from './syntax-tree.ts'

const impureNames = /^(Date|Intl|Temporal|globalThis|localeCompare|toLocale[A-Z]\w*)$/

// Lint sees `Math.random()` and not `const maths = Math`: so `Math` may only stand before a dot and a safe name.
const isLooseMath = (node: ts.Identifier): boolean => {
  if (node.text !== 'Math') return false
  const { parent } = node
  return !(
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    parent.name.text !== 'random'
  )
}

const isImpure = (node: ts.Node): boolean => {
  if (ts.isIdentifier(node)) return impureNames.test(node.text) || isLooseMath(node)
  return (
    ts.isStringLiteralLike(node) && ts.isElementAccessExpression(node.parent) && impureNames.test(node.text)
  )
}

/** In core and in the deciding part of the payer, none of the impure names stands in code, however it is written. */
export const checkPurity: Check = (path, text) => {
  if (!/^(core\/src|payer\/src\/answer)\/.*\.tsx?$/.test(path) || isTest(path)) return []
  const tree = readTree(path, text)
  return nodesOf(tree)
    .filter(isImpure)
    .map(
      (node): TidyFault => ({
        check: 'core-is-pure',
        path,
        line: lineOf(tree, node),
        says: `${node.getText(tree)}: days, instants, numbers and hashes are handed in; words are written out`,
      }),
    )
}
