// Cases of place-of-service-fits.
import { billedOffice, billedTelehealth, change, officeCase, telehealthCase } from '../../example-case.ts'
import type { PayerClass } from '../../../facts/facts.ts'
import type { Case } from '../../case.ts'
import type { RuleCases } from '../../rule.ts'

// Before the note is written: with one, `seven-fields` holds the place against it as well.
const given = change(change(telehealthCase, 'note', null), 'billed', {
  ...billedTelehealth,
  placeOfService: '10',
})

/** The video session with the client at work, for a class of payers. */
const atWork = (payerClass: PayerClass, placeOfService: string): Case =>
  change(
    change(change(given, 'session.clientPlace.setting', 'work'), 'coverage.payer.class', payerClass),
    'billed.placeOfService',
    placeOfService,
  )

export const cases: RuleCases = {
  passes: { name: 'a video session with the client at home billed at place 10', given, expect: [] },
  fails: {
    name: 'the same session billed at place 02',
    given: change(given, 'billed.placeOfService', '02'),
    expect: ['place-of-service-fits'],
  },
  dayBefore: null,
  more: [
    { name: 'our own claim of a session by video', given: telehealthCase, expect: [] },
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
      name: 'a session by video with a Medicare client at work, who counts as at home, billed at place 10',
      given: atWork('medicare', '10'),
      expect: [],
    },
    {
      name: 'the same session billed at place 02',
      given: atWork('medicare', '02'),
      expect: ['place-of-service-fits'],
    },
    {
      name: 'a session by video with a client of a commercial plan at work, billed at place 10',
      given: atWork('commercial', '10'),
      expect: ['place-of-service-fits'],
    },
    {
      name: 'a session in person at the client’s home billed at the office',
      given: change(
        change(change(officeCase, 'note', null), 'session.clientPlace.setting', 'home'),
        'billed',
        billedOffice,
      ),
      expect: ['place-of-service-fits'],
    },
    {
      name: 'a session in the office billed at the office',
      given: change(officeCase, 'billed', billedOffice),
      expect: [],
    },
  ],
}
