// The compact shape of a diagnosis in the generated files.

/** Code, whether it can be billed, how unspecified it is, and its words. */
export type DiagnosisRow = readonly [
  code: string,
  kind: 'billable' | 'header',
  unspecified: 'soft' | 'hard' | '',
  label: string,
]
