// The facts that come with the program: our dated, sourced rows (docs/sources.md), looked up through the interface.
import type { FactRows, Facts } from '../facts.ts'
import { factsFrom } from '../rows/facts-from-rows.ts'
import { adjustmentReasonRows } from './adjustment-reasons.ts'
import { claimStatusCategoryRows, claimStatusRows } from './claim-statuses.ts'
import { credentialRows } from './credentials.ts'
import { diagnosisRows } from './diagnoses.ts'
import { editionRows } from './editions.ts'
import { modalityRows } from './modality.ts'
import { modifierRows } from './modifiers.ts'
import { payerProfileRows } from './payer-profiles.ts'
import { placeRows } from './places.ts'
import { procedureRows } from './procedures.ts'
import { settingRows } from './settings.ts'
import { timeBandRows } from './time-bands.ts'

const rows: FactRows = {
  editions: editionRows,
  procedures: procedureRows,
  timeBands: timeBandRows,
  places: placeRows,
  settings: settingRows,
  modifiers: modifierRows,
  modalities: modalityRows,
  diagnoses: diagnosisRows,
  adjustmentReasons: adjustmentReasonRows,
  claimStatusCategories: claimStatusCategoryRows,
  claimStatuses: claimStatusRows,
  credentials: credentialRows,
  payerProfiles: payerProfileRows,
}

/** The one value that stages, rules and x12 are given. */
export const shippedFacts: Facts = factsFrom(rows)
