// A signed note on paper: whose it is on every page, what it says, its signature, its hash, and what it said before.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'
import { day as dayOf, utcDay } from '@goldenthread/core/values/day.ts'
import type { Block, Sheet } from '../print/sheet.ts'
import { fullName, longDay } from '../print/words.ts'
import type { CoSignatureRow } from './co-sign-store.ts'
import { type Fact, pickFacts, recordedFacts, sectionsOf } from './pick-words.ts'
import type { SignedRow } from './store.ts'

const told = (day: string): string => longDay(dayOf(day))

/** The day of the service, else that of the signature. */
const dayOfNote = ({ recorded }: Note, signed: SignedRow) => recorded.day ?? utcDay(signed.signedAt)

const identityFacts = ({ identity, author }: Note): readonly Fact[] => [
  ['Client', identity.name === null ? 'Not named in the note' : fullName(identity.name)],
  ['Date of birth', identity.birthDate === null ? 'Not named in the note' : longDay(identity.birthDate)],
  ['Written by', `${fullName(author.name)}, ${author.credentials}`],
]

const diagnosisFacts = (version: SignedRow, facts: Facts): readonly Fact[] =>
  version.note.diagnoses.map(({ code, words }, at) => {
    const label = facts.diagnosis(code, dayOfNote(version.note, version))?.label
    return [at === 0 ? 'Diagnoses' : '', `${code}  ${words ?? label ?? ''}`.trim()]
  })

const carriedBlocks = ({ carried }: Note): readonly Block[] =>
  carried === undefined || carried.confirmed.length + carried.untouched.length === 0
    ? []
    : [
        {
          kind: 'small',
          text: `Carried forward from the note of ${longDay(carried.from.day)}: ${carried.confirmed.length} said again for this session by the author, ${carried.untouched.length} offered and not touched.`,
        },
      ]

const signatureBlocks = (version: SignedRow, said: readonly CoSignatureRow[]): readonly Block[] => {
  const decided = said.find(({ signedNoteId }) => signedNoteId === version.id)
  return [
    { kind: 'lesser', text: 'Signature' },
    { kind: 'prose', text: version.statement },
    { kind: 'prose', text: version.attestation },
    ...(decided === undefined ? [] : [{ kind: 'prose', text: decided.statement } as const]),
    ...(decided?.said.comment ? [{ kind: 'prose', text: decided.said.comment } as const] : []),
    ...(version.note.signature?.coSign === true && decided === undefined
      ? [{ kind: 'prose', text: 'Not co-signed yet.' } as const]
      : []),
    { kind: 'small', text: `SHA-256 of what was signed: ${version.hash}` },
    ...(version.previousHash === null
      ? []
      : [{ kind: 'small', text: `It follows: ${version.previousHash}` } as const]),
  ]
}

const contentBlocks = (version: SignedRow, facts: Facts): readonly Block[] => {
  const { note } = version
  const picked = pickFacts(note.picks)
  return [
    {
      kind: 'facts',
      rows: [...identityFacts(note), ...recordedFacts(note, told), ...diagnosisFacts(version, facts)],
    },
    ...sectionsOf(note).flatMap(([name, text]): readonly Block[] => [
      { kind: 'lesser', text: name },
      { kind: 'prose', text },
    ]),
    ...(picked.length === 0
      ? []
      : ([
          { kind: 'lesser', text: 'Answers' },
          { kind: 'facts', rows: picked },
        ] as const)),
    ...carriedBlocks(note),
  ]
}

const versionBlocks = (version: SignedRow, printed: Printed): readonly Block[] => [
  ...(version.reason === null
    ? []
    : [{ kind: 'prose', text: `Addendum ${version.sequence - 1}. Reason: ${version.reason}` } as const]),
  ...contentBlocks(version, printed.facts),
  ...signatureBlocks(version, printed.said),
]

const earlierName = ({ sequence }: SignedRow): string =>
  sequence === 1 ? 'As it was first signed' : `As it was amended, version ${sequence}`

export interface Printed {
  readonly practiceName: string
  /** Up to the one that is printed, the oldest first. */
  readonly versions: readonly SignedRow[]
  readonly said: readonly CoSignatureRow[]
  readonly facts: Facts
}

/** The last of the versions, and beneath it each it came after, whole: an addendum never stands for its original. */
export const noteSheet = (printed: Printed): Sheet => {
  const asked = printed.versions.at(-1)
  if (asked === undefined) throw new Error('only a note with a signature is printed')
  const { note } = asked
  const { name, birthDate } = note.identity
  const label = templates[note.template].label
  const served = longDay(dayOfNote(note, asked))
  const who = name === null ? 'Client not named in the note' : fullName(name)
  const born = birthDate === null ? 'date of birth not named in the note' : `born ${longDay(birthDate)}`
  const earlier = printed.versions.slice(0, -1).toReversed()
  return {
    title: `${label}, ${served}`,
    head: `${who}, ${born}. ${label} of ${served}`,
    foot: printed.practiceName,
    blocks: [
      { kind: 'title', text: label },
      ...versionBlocks(asked, printed),
      ...earlier.flatMap((version): readonly Block[] => [
        { kind: 'heading', text: earlierName(version) },
        ...versionBlocks(version, printed),
      ]),
    ],
  }
}
