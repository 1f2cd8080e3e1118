// What the panel and the note are told of a judgement: findings with their numbers, links, codes, documents.
import type { Coding } from '@goldenthread/core/coding/coding.ts'
import type { Documents } from '@goldenthread/core/thread/make-documents.ts'
import type { Link, LinkName } from '@goldenthread/core/thread/outcome.ts'
import type { Finding, Severity } from '@goldenthread/core/values/finding.ts'

/** A finding as it is listed: its number stays with it as long as it stands. */
export interface JudgedFinding {
  /** The same finding before and after an edit. */
  readonly key: string
  readonly number: number
  readonly severity: Severity
  readonly finding: Finding
  readonly link: LinkName
  /** The section of the note it points into; null where it points at picks, facts or another document. */
  readonly section: string | null
  /** Within that section, UTF-16; null where it means all of it. */
  readonly span: { readonly start: number; readonly end: number } | null
}

export interface Judgement {
  /** In the order they are read; those whose sentence is still being written are not among them. */
  readonly findings: readonly JudgedFinding[]
  /** How many of them keep the claim from leaving. */
  readonly stops: number
  /** The texts that places in them were found in, by section. */
  readonly judgedTexts: Readonly<Record<string, string>>
  readonly links: readonly Link[]
  readonly coding: Coding | null
  readonly documents: Documents
  /** Of a note that a supervisor is to co-sign: the claim will wait for them, and nothing its author does ends that. */
  readonly waitsForCoSignature: boolean
}
