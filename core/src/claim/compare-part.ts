// One part of one of the seven fields: what each document says of it, and whether they agree.

/** `unclear`: what is written fits, but does not settle it (an initial, another order of diagnoses). */
export type Verdict = 'agree' | 'disagree' | 'unclear' | 'not-stated'

/** What two stated values come to. */
export type Comparison = Exclude<Verdict, 'not-stated'>

export type AgreementFieldName =
  | 'client-name'
  | 'birth-date'
  | 'provider'
  | 'date-and-times'
  | 'place'
  | 'procedure'
  | 'diagnosis'

export interface AgreementPart {
  /** `name`, `credentials`, `start`, `state`, `codes` … */
  readonly part: string
  /** Where to look: the field that departs from the others, or the note's. */
  readonly path: string
  /** What each document says, as written there; null when it says nothing. For identity `session` is the practice's record. */
  readonly note: string | null
  readonly session: string | null
  readonly claim: string | null
  readonly billed: string | null
  readonly verdict: Verdict
  /** One sentence without the values. */
  readonly says: string
}

export interface AgreementField {
  readonly field: AgreementFieldName
  readonly parts: readonly AgreementPart[]
}

export type Document = 'note' | 'session' | 'claim' | 'billed'
export type Stated<T> = Readonly<Record<Document, T | null>>

/** Among equals the one a person would look at first. */
const documents: readonly Document[] = ['billed', 'note', 'session', 'claim']
const words: Readonly<Record<Document, string>> = {
  note: 'the note',
  session: 'the session',
  claim: 'the claim',
  billed: 'what was billed',
}

const gravity: readonly Verdict[] = ['not-stated', 'agree', 'unclear', 'disagree']

/** The gravest of several verdicts: disagree, then unclear, then agree, then not-stated. */
export const gravest = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce<Verdict>(
    (worst, each) => (gravity.indexOf(each) > gravity.indexOf(worst) ? each : worst),
    'not-stated',
  )

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const inOrder = (among: readonly Document[]): readonly Document[] =>
  (['note', 'session', 'claim', 'billed'] as const).filter((each) => among.includes(each))

/** The sentence of a verdict. `label` stands at its beginning; `departing` is the one that differs from all others. */
export const sentence = (
  label: string,
  verdict: Verdict,
  among: readonly Document[],
  departing: Document | null = null,
  called: Readonly<Partial<Record<Document, string>>> = {},
): string => {
  const name = (document: Document): string => called[document] ?? words[document]
  const where = listed(inOrder(among).map(name))
  if (verdict === 'not-stated') return `${label}: there are not two statements to compare.`
  if (verdict === 'agree') return `${label}: ${where} agree.`
  if (verdict === 'unclear') return `${label}: ${where} fit, but what is written does not settle it.`
  if (departing === null) return `${label}: ${where} do not agree.`
  const others = listed(inOrder(among.filter((each) => each !== departing)).map(name))
  return `${label}: ${name(departing)} differs from ${others}.`
}

export interface PartToCompare<T> {
  readonly part: string
  readonly label: string
  readonly values: Stated<T>
  readonly paths: Readonly<Record<Document, string>>
  readonly show: (value: T) => string
  readonly compare: (one: T, other: T) => Comparison
  /** What a document is called here, where that is not its usual name. */
  readonly called?: Readonly<Partial<Record<Document, string>>>
}

interface Pair {
  readonly one: Document
  readonly other: Document
  readonly comparison: Comparison
}

const pairsOf = <T>({ values, compare }: PartToCompare<T>): readonly Pair[] => {
  const pairs: Pair[] = []
  for (const [index, one] of documents.entries()) {
    for (const other of documents.slice(index + 1)) {
      const [first, second] = [values[one], values[other]]
      if (first !== null && second !== null) pairs.push({ one, other, comparison: compare(first, second) })
    }
  }
  return pairs
}

/** Compares what every two documents state, and points at the one that departs from the most others. */
export const comparePart = <T>(given: PartToCompare<T>): AgreementPart => {
  const { part, label, values, paths, show } = given
  const pairs = pairsOf(given)
  const verdict = gravest(pairs.map((pair) => pair.comparison))
  const grave = pairs.filter((pair) => pair.comparison === verdict)
  const count = (document: Document): number =>
    grave.filter((pair) => pair.one === document || pair.other === document).length
  const departing = documents.reduce((most, each) => (count(each) > count(most) ? each : most))
  const among = documents.filter((each) => count(each) > 0)
  // One document against two or more that agree among themselves.
  const alone = among.length > 2 && grave.every((pair) => pair.one === departing || pair.other === departing)
  const shown = (document: Document): string | null => {
    const value = values[document]
    return value === null ? null : show(value)
  }
  return {
    part,
    path: paths[verdict === 'disagree' || verdict === 'unclear' ? departing : 'note'],
    note: shown('note'),
    session: shown('session'),
    claim: shown('claim'),
    billed: shown('billed'),
    verdict,
    says: sentence(label, verdict, among, alone ? departing : null, given.called),
  }
}
