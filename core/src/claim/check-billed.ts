// Whether what another hand billed is written in codes this edition holds; what is not known cannot be judged.
import { type Finding, field } from '../values/finding.ts'
import type { Day } from '../values/day.ts'
import type { Facts } from '../facts/facts.ts'
import type { Billed } from './billed.ts'

const unknown = (what: string, path: string, code: string, source: string): Finding => ({
  code: `billed-${what}`,
  severity: 'holds-claim',
  whose: 'code-set',
  place: field(path),
  says: `This ${what.replaceAll('-', ' ')} is not in the edition held, so the bill cannot be judged.`,
  remedy: 'Correct the code; if it is right, import an edition that holds it.',
  source,
  evidence: { code },
})

/** Findings for each procedure, modifier and place of service of a bill that is unknown on the day of service. */
export const checkBilled = (billed: Billed, on: Day, facts: Facts): readonly Finding[] => {
  const { placeOfService, procedures } = billed
  const codes = procedures.flatMap(({ code, modifiers }, at) => {
    const path = `billed.procedures.${at}`
    return [
      ...(facts.procedure(code, on) === null
        ? [unknown('procedure', `${path}.code`, code, 'procedure codes of the edition held')]
        : []),
      ...modifiers.flatMap((modifier, place) =>
        facts.modifier(modifier, on) === null
          ? [unknown('modifier', `${path}.modifiers.${place}`, modifier, 'modifiers of the edition held')]
          : [],
      ),
    ]
  })
  if (placeOfService === null || facts.place(placeOfService, on) !== null) return codes
  return [
    ...codes,
    unknown('place-of-service', 'billed.placeOfService', placeOfService, 'CMS place of service code set'),
  ]
}
