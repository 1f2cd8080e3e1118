// Case files from labelled notes: what was billed comes from the claim, the note from the hand that typed it.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Note } from '../src/note/note.ts'
import { corpusText } from './corpus.ts'

export interface LabelledClaim {
  readonly patientName: string
  readonly dob: string
  readonly providerName: string
  readonly credentials: string
  readonly serviceDate: string
  readonly start: string
  readonly end: string
  readonly durationMin: number
  readonly modality: 'in_person' | 'audio_video' | 'audio_only'
  readonly placeOfService: string
  readonly patientLocation: string
  readonly providerLocation: string
  readonly payerClass: string
  readonly procedures: readonly {
    readonly code: string
    readonly modifiers: readonly string[]
    readonly units: number
  }[]
  readonly diagnoses: readonly string[]
}

export interface Labels {
  readonly mismatches: readonly string[]
  readonly expected_procedure: readonly string[]
  readonly code_supported: boolean
}

/** The claim and the labels of a note; its text is for the hand that types, and is not read here. */
export const labelledNote = (name: string): { readonly claim: LabelledClaim; readonly labels: Labels } =>
  JSON.parse(corpusText(`notes/dev/${name}.json`)) as { claim: LabelledClaim; labels: Labels }

export const labelledNames = (): readonly string[] =>
  readdirSync(join(import.meta.dirname, '../../../shared/corpus/notes/dev'))
    .map((name) => name.replace('.json', ''))
    .sort()

const personName = (printed: string): { first: string; last: string } => {
  const [first = '', ...last] = printed.split(' ')
  return { first, last: last.join(' ') }
}

const settings: readonly (readonly [words: string, setting: string])[] = [
  ['home office', 'office'],
  ['office', 'office'],
  ['workplace', 'work'],
  ['home', 'home'],
]

/** `home, Scottsdale, AZ` as a place. */
const place = (printed: string) => {
  const [where = '', city = null, state = null] = printed.split(',').map((each) => each.trim())
  return { setting: settings.find(([words]) => where.includes(words))?.[1] ?? 'other', city, state }
}

const modality = (of: LabelledClaim): string => of.modality.replaceAll('_', '-')

/** Stock of the test: a practice, a payer and charges that have no part in what is judged. */
const stock = {
  practice: {
    legalName: 'Corpus Street Counseling PLLC',
    npi: '2400000008',
    taxId: '001234567',
    taxIdKind: 'EI',
    taxonomy: '261QM0801X',
    address: { street: '1 Corpus Street', city: 'Troy', state: 'NY', zip: '121801234' },
    contactName: 'Dana Bell',
    telephone: '5185550123',
  },
  address: { street: '9 Elm Court', city: 'Albany', state: 'NY', zip: '122031234' },
  codes: [
    '90791',
    '90792',
    '90832',
    '90833',
    '90834',
    '90836',
    '90837',
    '90838',
    '90839',
    '90840',
    '90846',
    '90847',
    '99202',
    '99203',
    '99204',
    '99205',
    '99212',
    '99213',
    '99214',
    '99215',
  ],
}

const feeSchedule = stock.codes.map((code) => ({
  code,
  from: '2025-10-01',
  to: null,
  charge: 20000,
  allowed: 14000,
  source: 'stock of the test',
}))

const licence = (state: string | null) => ({ state: state ?? 'NY', from: '2015-01-01', to: null })

/** The case file of a labelled note: all but the note is what the claim says. */
export const caseOf = (claim: LabelledClaim, { schema: _schema, ...note }: Note) => {
  const [clientPlace, providerPlace] = [place(claim.patientLocation), place(claim.providerLocation)]
  const telehealth = claim.modality !== 'in_person'
  return {
    at: `${claim.serviceDate.slice(0, 8)}28T12:00:00Z`,
    zone: 'Etc/UTC',
    practice: stock.practice,
    provider: {
      name: personName(claim.providerName),
      credentials: claim.credentials,
      licences: [licence(clientPlace.state)],
      npi: '2400000016',
      taxonomy: '1041C0700X',
    },
    client: { name: personName(claim.patientName), birthDate: claim.dob, sex: 'U', address: stock.address },
    coverage: {
      payer: { name: 'Corpus Health Plan', id: 'CRP01', class: claim.payerClass.replaceAll('_', '-') },
      plan: 'Stock plan',
      memberNumber: 'CRP100200300',
      groupNumber: null,
      relation: 'self',
      benefits: {
        deductibleLeft: 0,
        copay: 2500,
        coinsurance: null,
        visitsLeft: null,
        authorizationNeeded: false,
      },
      feeSchedule,
      authorization: null,
    },
    session: {
      day: claim.serviceDate,
      start: claim.start,
      stop: claim.end,
      modality: modality(claim),
      clientPlace,
      providerPlace,
      attendees: [{ role: 'client' }],
      therapyMinutes: null,
      emMinutes: null,
      platform: telehealth ? 'stock video' : null,
      telehealthConsent: telehealth ? '2025-10-01' : null,
    },
    note,
    billed: {
      clientName: personName(claim.patientName),
      birthDate: claim.dob,
      providerName: personName(claim.providerName),
      credentials: claim.credentials,
      day: claim.serviceDate,
      start: claim.start,
      stop: claim.end,
      minutes: claim.durationMin,
      modality: modality(claim),
      clientPlace,
      placeOfService: claim.placeOfService,
      procedures: claim.procedures,
      diagnoses: claim.diagnoses,
    },
    envelope: {
      senderQualifier: 'ZZ',
      senderId: 'CORPUS',
      receiverQualifier: 'ZZ',
      receiverId: 'CRPPAYER',
      usage: 'T',
      interchangeControl: 1,
      groupControl: 1,
      setControl: 1,
      claimNumber: 'CORPUS1',
    },
  }
}
