// Checks of a file's shape: its first line, its length, its functions' length, and that it is no barrel.
import ts from 'typescript'
import type { Check } from './fault.ts'
import { isGenerated, isTable, isTest, isTypeScript } from './fault.ts'
import { lineOf, nodesOf, readTree } from './syntax-tree.ts'

const longestFile = 300
const longestFunction = 70

/** The first line of a TypeScript file is a comment that says what stands in it. */
export const checkFirstLine: Check = (path, text) => {
  const first = text.split('\n')[0] ?? ''
  if (!isTypeScript(path) || /^(\/\/ |\/\*\*? ?)\S/.test(first)) return []
  return [
    {
      check: 'first-line-says-what',
      path,
      line: 1,
      says: 'the first line is a comment that says what stands here',
    },
  ]
}

/** A file holds at most 300 lines; tables, generated files and tests may be longer. */
export const checkFileLength: Check = (path, text) => {
  const lines = text.replace(/\n$/, '').split('\n').length
  if (!isTypeScript(path) || isTable(path) || isGenerated(path) || isTest(path) || lines <= longestFile)
    return []
  return [
    { check: 'file-length', path, line: longestFile + 1, says: `${lines} lines; at most ${longestFile}` },
  ]
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isAccessor(node) ||
  ts.isConstructorDeclaration(node)

/** A function holds at most 70 lines; tests may be longer. */
export const checkFunctionLength: Check = (path, text) => {
  if (!isTypeScript(path) || isGenerated(path) || isTest(path)) return []
  const tree = readTree(path, text)
  return nodesOf(tree)
    .filter(isFunction)
    .flatMap((node) => {
      const line = lineOf(tree, node)
      const lines = tree.getLineAndCharacterOfPosition(node.end).line + 2 - line
      return lines <= longestFunction
        ? []
        : [
            {
              check: 'function-length',
              path,
              line,
              says: `a function of ${lines} lines; at most ${longestFunction}`,
            },
          ]
    })
}

const onlyHandsOn = (tree: ts.SourceFile): boolean =>
  tree.statements.length > 0 &&
  tree.statements.some((each) => ts.isExportDeclaration(each)) &&
  tree.statements.every((each) => ts.isExportDeclaration(each) || ts.isImportDeclaration(each))

/** The catalogue of rules is the only index; every other import names the file it means. */
export const checkBarrel: Check = (path, text) => {
  if (!isTypeScript(path) || path === 'core/src/rules/index.ts') return []
  const isIndex = /(^|\/)index\.tsx?$/.test(path)
  if (!isIndex && !onlyHandsOn(readTree(path, text))) return []
  return [
    {
      check: 'no-barrels',
      path,
      line: 1,
      says: 'a file that only hands on others; import the files themselves',
    },
  ]
}
