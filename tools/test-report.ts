// What a run of tests leaves behind: the counts, and the names behind all that did not pass.

/** The outcome of one run or of one part; `failed` also names files that could not be run at all. */
export type TestReport = {
  readonly passed: number
  readonly failed: readonly string[]
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
}

/** The environment's name for where the reporter writes. */
export const reportPathVariable = 'GOLDEN_THREAD_TEST_REPORT'

/** Several outcomes as one. */
export const addReports = (reports: readonly TestReport[]): TestReport => ({
  passed: reports.reduce((sum, report) => sum + report.passed, 0),
  failed: reports.flatMap((report) => report.failed),
  skipped: reports.flatMap((report) => report.skipped),
})

/** Whether a run may count as good: nothing failed, and something ran. */
export const isGood = (report: TestReport): boolean => report.failed.length === 0 && report.passed > 0

/** The closing lines: every skip and failure by name, then the counts alone on the last line. */
export const closingLines = (report: TestReport): string[] => [
  ...report.skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`),
  ...report.failed.map((name) => `failed: ${name}`),
  `${report.passed} passed, ${report.failed.length} failed, ${report.skipped.length} skipped`,
]
