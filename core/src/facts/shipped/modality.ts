// How each class of payer wants a modality billed: place of service and modifiers, by where the client sat.
import { day } from '../../values/day.ts'
import type { Modality, ModalityRow, PayerClass } from '../facts.ts'

const from = day('2024-01-01')

const classes: readonly PayerClass[] = [
  'commercial',
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medicaid-managed',
  'tricare',
  'eap',
  'self-pay',
]

/** In person nothing marks the line, save HJ for an employee assistance program. */
const inPerson: readonly ModalityRow[] = classes.map((payerClass) => ({
  payerClass,
  modality: 'in-person',
  clientSetting: 'any',
  allowed: 'yes',
  placeOfService: null,
  modifiers: payerClass === 'eap' ? ['HJ'] : [],
  says:
    payerClass === 'eap'
      ? 'The place is where the client was; HJ marks the employee assistance program.'
      : 'In person the place is where the client was, without a modifier.',
  from,
  to: null,
  source: 'docs/sources.md 4',
}))

interface Telehealth {
  readonly payerClasses: readonly PayerClass[]
  readonly modality: Exclude<Modality, 'in-person'>
  readonly allowed: ModalityRow['allowed']
  readonly modifiers: readonly string[]
  readonly says: string
  readonly source: string
}

const telehealth: readonly Telehealth[] = [
  {
    payerClasses: ['medicare'],
    modality: 'audio-video',
    allowed: 'yes',
    modifiers: [],
    says: 'Medicare reads the video from the place of service, 10 at home and 02 elsewhere, without 95.',
    source: 'docs/sources.md 4 with section 0 (Medicare fee-for-service: no 95)',
  },
  {
    payerClasses: ['medicare'],
    modality: 'audio-only',
    allowed: 'yes',
    modifiers: ['93'],
    says: 'Medicare takes audio alone with 93 when the client cannot or will not use video; the note says which.',
    source: 'docs/sources.md 4 with section 0 (93 for audio only)',
  },
  {
    payerClasses: ['medicare-advantage'],
    modality: 'audio-video',
    allowed: 'yes',
    modifiers: [],
    says: 'A Medicare Advantage plan is taken as Medicare: 10 at home, 02 elsewhere; a plan that asks for 95 has a row of its own.',
    source: 'docs/sources.md 4 with section 0 (payers differ: a row each)',
  },
  {
    payerClasses: ['medicare-advantage'],
    modality: 'audio-only',
    allowed: 'ask-the-plan',
    modifiers: ['93'],
    says: 'Audio alone goes with 93; whether this plan pays it stands in its contract.',
    source: 'docs/sources.md 4 with section 0 (payers differ: a row each)',
  },
  {
    payerClasses: ['commercial', 'tricare', 'self-pay'],
    modality: 'audio-video',
    allowed: 'yes',
    modifiers: ['95'],
    says: 'Live video goes with 95 and place 10 at home, 02 elsewhere.',
    source: 'docs/sources.md 4, table by class',
  },
  {
    payerClasses: ['commercial', 'tricare'],
    modality: 'audio-only',
    allowed: 'ask-the-plan',
    modifiers: ['93'],
    says: 'Audio alone goes with 93; many plans refuse it, so ask this one.',
    source: 'docs/sources.md 4, table by class (commercial audio: by plan, often no)',
  },
  {
    payerClasses: ['self-pay'],
    modality: 'audio-only',
    allowed: 'yes',
    modifiers: ['93'],
    says: 'Audio alone is marked with 93 on the receipt the client gets.',
    source: 'docs/sources.md 4, modifiers',
  },
  {
    payerClasses: ['eap'],
    modality: 'audio-video',
    allowed: 'yes',
    modifiers: ['HJ', '95'],
    says: 'HJ marks the employee assistance program and 95 the live video.',
    source: 'docs/sources.md 4, table by class (95; HJ for EAP)',
  },
  {
    payerClasses: ['eap'],
    modality: 'audio-only',
    allowed: 'ask-the-plan',
    modifiers: ['HJ', '93'],
    says: 'HJ marks the employee assistance program and 93 the audio; ask whether this program takes audio alone.',
    source: 'docs/sources.md 4, table by class (audio: by plan)',
  },
  {
    payerClasses: ['medicaid', 'medicaid-managed'],
    modality: 'audio-video',
    allowed: 'yes',
    modifiers: ['95'],
    says: 'Most states take 95 with place 10 or 02; a state that wants GT or its own modifier has a row of its own.',
    source: 'docs/sources.md 4, table by class (state: often 02 or 10 with GT or 95)',
  },
  {
    payerClasses: ['medicaid', 'medicaid-managed'],
    modality: 'audio-only',
    allowed: 'ask-the-plan',
    modifiers: ['93'],
    says: 'Audio alone goes with 93 where the state takes it; ask the plan.',
    source: 'docs/sources.md 4, table by class (audio: by state)',
  },
]

/** At home 10, elsewhere 02, for every class (docs/sources.md 4). */
const byTelehealth: readonly ModalityRow[] = telehealth.flatMap(({ payerClasses, ...row }) =>
  payerClasses.flatMap((payerClass) => [
    { payerClass, ...row, clientSetting: 'home' as const, placeOfService: '10', from, to: null },
    { payerClass, ...row, clientSetting: 'elsewhere' as const, placeOfService: '02', from, to: null },
  ]),
)

export const modalityRows: readonly ModalityRow[] = [...inPerson, ...byTelehealth]
