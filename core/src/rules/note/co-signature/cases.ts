// Cases of co-signature: an associate's session that goes out under the supervisor's name.
import type { CoSignature } from '../../../note/co-signature.ts'
import { change, officeCase } from '../../example-case.ts'
import { coSigned, physician } from '../../example-parts.ts'
import type { Case } from '../../case.ts'
import type { RuleCases } from '../../rule.ts'

/** An associate's session for a payer whose policy puts the supervisor on the claim. */
export const supervised = (coSignature: CoSignature | null): Case => {
  const rendering = {
    who: 'supervisor',
    licenceClass: 'associate',
    reason: { says: 'the payer wants the supervisor', source: 'provider manual 2026, 4.2' },
  }
  const given = change(change(officeCase, 'coding.rendering', rendering), 'people.supervisor', physician)
  return change(given, 'coSignature', coSignature)
}

const given = supervised(coSigned)
const held = ['co-signature']

export const cases: RuleCases = {
  passes: { name: 'a supervised session whose note the supervisor co-signed', given, expect: [] },
  fails: {
    name: 'the same session, whose note the supervisor returned',
    given: change(given, 'coSignature.verdict', 'returned'),
    expect: held,
  },
  dayBefore: null,
  more: [
    { name: 'a note that the supervisor has not read yet', given: supervised(null), expect: held },
    { name: 'a session that goes out under its own provider’s name', given: officeCase, expect: [] },
    {
      name: 'a supervised note that its author has not signed: that is said first',
      given: change(supervised(null), 'note.signature', null),
      expect: ['signature-before-claim'],
    },
  ],
}
