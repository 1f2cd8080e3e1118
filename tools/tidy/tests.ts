// Checks that every test runs: none is skipped, singled out or left for later.
import type { Check } from './fault.ts'
import { isTest, lineAt } from './fault.ts'

const notRun =
  /\b(test|it|describe|suite|bench)((\.\w+)*\.(skip|only|todo|fails|skipIf|runIf))\b|\b(xit|xtest|xdescribe|fit|fdescribe|skip)\s*\(/g

// Without ../shared the tests of the corpus are skipped, each with its reason, and only there.
const corpusFile = 'core/corpus-tests/corpus.ts'

/** A test runs or is not there; the tests of the corpus alone may skip, where the corpus is missing. */
export const checkTestsRun: Check = (path, text) =>
  !isTest(path) || path === 'tools/tidy.test.ts' || path === corpusFile
    ? []
    : [...text.matchAll(notRun)].map((found) => ({
        check: 'every-test-runs',
        path,
        line: lineAt(text, found.index),
        says: `${found[0]}: a test runs or is not there`,
      }))
