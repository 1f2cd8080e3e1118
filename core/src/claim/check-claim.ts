// What must hold of a claim before it may leave: identifiers, addresses, numbers, lines that add up.
import { type Finding, field } from '../values/finding.ts'
import { parseNpi } from '../values/npi.ts'
import type { Address } from '../people/person.ts'
import type { Claim, ClaimLine, ClaimProvider } from './claim.ts'

/** A finding of the claim stage that holds the claim, on the word of the guide unless a source says otherwise. */
export const held = (
  code: string,
  path: string,
  says: string,
  remedy: string,
  source: string,
  evidence: Finding['evidence'] = {},
): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'code-set',
  place: field(path),
  says,
  remedy,
  source,
  evidence,
})

const guide = 'docs/sources.md 8.1'

const checkNumbers = (path: string, npi: string, taxonomy: string): readonly Finding[] => {
  const findings: Finding[] = []
  if (parseNpi(npi) === null) {
    const says = 'This is not a national provider identifier: ten digits with the right check digit.'
    findings.push(held('claim-npi', `${path}.npi`, says, 'Copy the NPI from the registry.', guide))
  }
  if (!/^[0-9A-Z]{9}X$/.test(taxonomy)) {
    const says = 'This is not a taxonomy code: nine letters or digits and an X.'
    const remedy = 'Copy the taxonomy that the payer enrolled.'
    findings.push(held('claim-taxonomy', `${path}.taxonomy`, says, remedy, guide, { value: taxonomy }))
  }
  return findings
}

const checkAddress = (path: string, address: Address, nineDigits: boolean): readonly Finding[] => {
  const findings: Finding[] = []
  const zip = nineDigits ? /^\d{9}$/ : /^(\d{5}|\d{9})$/
  if (!zip.test(address.zip)) {
    const says = nineDigits
      ? 'The billing provider’s ZIP code does not have nine digits.'
      : 'The ZIP code does not have five or nine digits.'
    findings.push(
      held('claim-zip', `${path}.zip`, says, 'Write the digits without a dash.', `${guide}, boxes 5, 7, 33`),
    )
  }
  if (!/^[A-Z]{2}$/.test(address.state)) {
    const says = 'The state is not two capital letters.'
    findings.push(held('claim-address', `${path}.state`, says, 'Write the state’s two letters.', guide))
  }
  for (const key of ['street', 'city'] as const) {
    if (address[key].trim() !== '') continue
    findings.push(
      held('claim-address', `${path}.${key}`, `The address has no ${key}.`, `Write the ${key}.`, guide),
    )
  }
  return findings
}

const checkBillingProvider = ({ billingProvider: practice }: Claim): readonly Finding[] => {
  const path = 'people.practice'
  const findings = [
    ...checkNumbers(path, practice.npi, practice.taxonomy),
    ...checkAddress(`${path}.address`, practice.address, true),
  ]
  if (/^\s*(p\.?\s*o\.?\s*box|post office box)\b/i.test(practice.address.street)) {
    const says = 'The billing provider’s address is a post office box.'
    const remedy = 'Give the street address; a box belongs to the pay-to address.'
    findings.push(held('claim-address', `${path}.address.street`, says, remedy, `${guide}, box 33`))
  }
  if (!/^\d{9}$/.test(practice.taxId)) {
    const says = 'The tax number does not have nine digits.'
    findings.push(
      held(
        'claim-tax-id',
        `${path}.taxId`,
        says,
        'Write its nine digits without a dash.',
        `${guide}, box 25`,
      ),
    )
  }
  if (!/^\d{10}$/.test(practice.telephone)) {
    const says = 'The contact’s telephone number does not have ten digits.'
    findings.push(held('claim-telephone', `${path}.telephone`, says, 'Write its ten digits alone.', guide))
  }
  return findings
}

const checkPerson = (path: string, person: Claim['client']): readonly Finding[] => {
  const findings = [...checkAddress(`${path}.address`, person.address, false)]
  for (const key of ['last', 'first'] as const) {
    if (person.name[key].trim() !== '') continue
    const says = `The ${key} name is missing.`
    findings.push(
      held('claim-name', `${path}.name.${key}`, says, 'Write the legal name, as the payer holds it.', guide),
    )
  }
  return findings
}

const checkPayer = (claim: Claim): readonly Finding[] => {
  const findings: Finding[] = []
  const missing = (path: string, says: string, remedy: string): void => {
    findings.push(held('claim-payer', path, says, remedy, `${guide}, 1a and top`))
  }
  if (claim.payer.id.trim().length < 2)
    missing('coverage.payer.id', 'The payer has no id.', 'Give the id the payer goes by on claims.')
  if (claim.payer.name.trim() === '')
    missing('coverage.payer.name', 'The payer has no name.', 'Give the payer’s name.')
  if (claim.memberNumber.trim().length < 2)
    missing('coverage.memberNumber', 'There is no member number.', 'Copy the number from the card.')
  return findings
}

const checkNumber = ({ claimNumber, frequency, replaces }: Claim): readonly Finding[] => {
  const findings: Finding[] = []
  if (!/^[0-9A-Z]{1,20}$/.test(claimNumber)) {
    const says = 'The claim number is not 1 to 20 of A–Z and 0–9.'
    const remedy = 'Give a number that is only letters and digits.'
    findings.push(held('claim-number', 'envelope.claimNumber', says, remedy, `${guide}, box 26`))
  }
  if ((frequency === '1') !== (replaces === null)) {
    const says = 'A replacement or a void names the payer’s own claim number, and only they do.'
    const remedy = 'Take the number from the payer’s remittance (CLP07).'
    findings.push(held('claim-frequency', 'claim.replaces', says, remedy, `${guide}, box 22`))
  }
  return findings
}

const checkLine = (line: ClaimLine, diagnoses: number): readonly Finding[] => {
  const path = `claim.lines.${line.number - 1}`
  const findings: Finding[] = []
  if (line.charge <= 0) {
    const says = 'The charge of this line is not above zero.'
    const remedy = 'Enter what the practice charges for this code in the fee schedule.'
    findings.push(
      held('claim-charge', `${path}.charge`, says, remedy, 'docs/sources.md 0, 8.3: 402', {
        code: line.procedure,
      }),
    )
  }
  if (!Number.isSafeInteger(line.units) || line.units < 1) {
    const says = 'The units of this line are not a whole number above zero.'
    findings.push(
      held('claim-units', `${path}.units`, says, 'Bill whole units.', `${guide}, box 24G`, {
        code: line.procedure,
      }),
    )
  }
  const bad = line.pointers.some(
    (pointer) => !Number.isSafeInteger(pointer) || pointer < 1 || pointer > diagnoses,
  )
  if (line.pointers.length < 1 || line.pointers.length > 4 || bad) {
    const says = 'This line does not point at one to four of the claim’s diagnoses.'
    const remedy = 'Choose the diagnoses this procedure was for.'
    findings.push(
      held('claim-pointers', `${path}.pointers`, says, remedy, `${guide}, box 24E`, { code: line.procedure }),
    )
  }
  if (line.modifiers.length > 4) {
    const says = 'This line has more than four modifiers.'
    findings.push(
      held(
        'claim-modifiers',
        `${path}.modifiers`,
        says,
        'Keep the four that price or inform most.',
        'docs/sources.md 4',
      ),
    )
  }
  return findings
}

const checkLines = (claim: Claim): readonly Finding[] => {
  const findings = claim.lines.flatMap((line) => checkLine(line, claim.diagnoses.length))
  if (claim.lines.length === 0 || claim.lines.length > 50) {
    const says = 'A claim has one to fifty lines.'
    const remedy = 'Code what the session and the note support.'
    findings.push(
      held('claim-lines', 'coding.procedures', says, remedy, guide, { lines: String(claim.lines.length) }),
    )
  }
  if (claim.diagnoses.length === 0 || claim.diagnoses.length > 12) {
    const says = 'A claim has one to twelve diagnoses.'
    const remedy = 'Record in the note the diagnosis that was treated.'
    findings.push(held('claim-diagnoses', 'note.diagnoses', says, remedy, `${guide}, box 21`))
  }
  const total = claim.lines.reduce((sum, line) => sum + line.charge, 0)
  // CLM02 equals the sum of SV102: made so here, so anything else is a broken assumption.
  if (total !== claim.charge) throw new RangeError('the charge of a claim is not the sum of its lines')
  return findings
}

// In the practice's own rooms, and in a client's home, no facility is named (docs/sources.md 8.1, box 32).
const withoutFacility = ['11', '12']

const checkFacility = ({ modality, placeOfService }: Claim): readonly Finding[] =>
  modality !== 'in-person' || withoutFacility.includes(placeOfService)
    ? []
    : [
        {
          ...held(
            'claim-facility',
            'session.clientPlace.setting',
            'The session took place outside the practice, and the claim names no facility.',
            'Ask the payer whether it wants the facility’s name and address (box 32) for this place of service.',
            `${guide}, box 32`,
            { placeOfService },
          ),
          severity: 'warns',
        },
      ]

/** Everything that keeps a claim from leaving, at the fields where it is put right. Source: docs/sources.md 8.1. */
export const checkClaim = (claim: Claim): readonly Finding[] => {
  const providers: readonly [string, ClaimProvider | null][] = [
    ['claim.renderingProvider', claim.renderingProvider],
    ['claim.supervisingProvider', claim.supervisingProvider],
  ]
  return [
    ...checkNumber(claim),
    ...checkBillingProvider(claim),
    ...providers.flatMap(([path, provider]) =>
      provider === null ? [] : checkNumbers(path, provider.npi, provider.taxonomy),
    ),
    ...checkPerson('people.client', claim.client),
    ...(claim.relation === 'self' ? [] : checkPerson('people.subscriber', claim.subscriber)),
    ...checkPayer(claim),
    ...checkLines(claim),
    ...checkFacility(claim),
  ]
}
