// Cases of place-of-service-fits.
import { billedOffice, billedTelehealth, change, officeCase, telehealthCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

// Before the note is written: with one, `seven-fields` holds the place against it as well.
const given = change(change(telehealthCase, 'note', null), 'billed', {
  ...billedTelehealth,
  placeOfService: '10',
})

export const cases: RuleCases = {
  passes: { name: 'a video session with the client at home billed at place 10', given, expect: [] },
  fails: {
    name: 'the same session billed at place 02',
    given: change(given, 'billed.placeOfService', '02'),
    expect: ['place-of-service-fits'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a video session billed at the office, to a payer that wants it so',
      given: change(change(given, 'billed.placeOfService', '11'), 'coverage.payerRules', {
        telehealth: [
          { modality: 'audio-video', clientAtHome: true, placeOfService: '11', modifiers: ['95'] },
        ],
        source: 'provider manual 2026',
      }),
      expect: [],
    },
    {
      name: 'a session in the office billed at the office',
      given: change(officeCase, 'billed', billedOffice),
      expect: [],
    },
  ],
}
