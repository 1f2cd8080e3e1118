// How a payer wants a session billed: place of service and modifiers, from how it was held and where the client sat.
import type { Day } from '../values/day.ts'
import type { Facts, Modality, ModalityRow, PayerClass, Setting } from '../facts/facts.ts'
import type { Coverage } from '../coverage/coverage.ts'

export interface WhereAndHow {
  readonly modality: Modality
  readonly setting: Setting
}

export interface PlaceGround {
  /** Null: nobody but the client pays. */
  readonly coverage: Coverage | null
  readonly facts: Facts
  readonly on: Day
}

export interface PlaceWanted extends Pick<ModalityRow, 'allowed' | 'modifiers' | 'says' | 'source'> {
  /** Null when no place of service is held for the setting. */
  readonly placeOfService: string | null
}

/** Whether a setting counts as the client's home for this class of payers (docs/sources.md 0, row 4). */
const countsAsHome = (setting: Setting, payerClass: PayerClass, { facts, on }: PlaceGround): boolean =>
  (facts.payerProfile(payerClass, on).countsAsHome ?? ['home']).includes(setting)

/**
 * What this payer wants: its own row where its contract has one, else its class's; in person the place of the setting.
 * Coding writes it, the claim is compared with it and a rule judges by it, so that the three never differ. Null when
 * the facts have no row. Source: docs/sources.md 4 with section 0, row 4.
 */
export const placeWanted = ({ modality, setting }: WhereAndHow, ground: PlaceGround): PlaceWanted | null => {
  const { coverage, facts, on } = ground
  const payerClass = coverage?.payer.class ?? 'self-pay'
  const atHome = countsAsHome(setting, payerClass, ground)
  const rules = coverage?.payerRules ?? null
  const own = rules?.telehealth?.find((row) => row.modality === modality && row.clientAtHome === atHome)
  if (own !== undefined && rules !== null) {
    const { placeOfService, modifiers } = own
    const says = 'This payer’s own rule decides.'
    return { allowed: 'yes', placeOfService, modifiers, says, source: rules.source }
  }
  const row = facts.modality(payerClass, modality, atHome, on)
  if (row === null) return null
  const placeOfService = row.placeOfService ?? facts.placeOfSetting(setting, on)?.code ?? null
  return { ...row, placeOfService }
}
