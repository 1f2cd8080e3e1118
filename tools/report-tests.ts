// A reporter for vitest that writes the true counts of a run, and every skip with its reason, to a file.
import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import type { TestReport } from './test-report.ts'
import { reportPathVariable } from './test-report.ts'

const nameOf = (test: TestCase): string => `${test.module.relativeModuleId} > ${test.fullName}`

// A file that breaks before its first test, or a set-up that does, leaves no failed test and still is a failure.
const brokenOf = (module: TestModule): string[] => [
  ...(module.errors().length > 0 ? [`${module.relativeModuleId} could not be run`] : []),
  ...[...module.children.allSuites()]
    .filter((suite) => suite.errors().length > 0)
    .map(
      (suite) =>
        `${module.relativeModuleId} > ${suite.fullName}: what comes before or after its tests failed`,
    ),
]

const skipOf = (test: TestCase): TestReport['skipped'] => {
  const result = test.result()
  return result.state === 'skipped'
    ? [{ name: nameOf(test), reason: result.note ?? 'no reason is given' }]
    : []
}

const makeReport = (modules: readonly TestModule[], outside: readonly SerializedError[]): TestReport => {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const inState = (state: string) => tests.filter((test) => test.result().state === state)
  return {
    passed: inState('passed').length,
    failed: [
      ...inState('failed').map(nameOf),
      ...inState('pending').map((test) => `${nameOf(test)} did not come to its end`),
      ...modules.flatMap(brokenOf),
      ...outside.map((error) => `an error outside any test: ${error.message}`),
    ],
    skipped: tests.flatMap(skipOf),
  }
}

// A class, since vitest makes its reporters with `new`.
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[]): void {
    const path = process.env[reportPathVariable]
    if (path === undefined) throw new Error(`${reportPathVariable} does not say where the report goes`)
    writeFileSync(path, JSON.stringify(makeReport(modules, outside)))
  }
}
