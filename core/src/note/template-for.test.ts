// A note is begun in the template that the session and the last note call for.
import { expect, test } from 'vitest'
import type { Attendee } from '../session/session.ts'
import type { Template } from './note.ts'
import { templateFor } from './template-for.ts'

const alone: readonly Attendee[] = [{ role: 'client' }]
const withPartner: readonly Attendee[] = [{ role: 'client' }, { role: 'partner' }]

test.each<[string, readonly Attendee[], number | null, number | null, Template | null, Template]>([
  ['a first meeting is an evaluation', alone, null, null, null, 'intake'],
  ['a first meeting with a partner is one too', withPartner, null, null, null, 'intake'],
  ['the next one is written as the last one was', alone, null, null, 'birp', 'birp'],
  ['after an evaluation comes a progress note', alone, null, null, 'intake', 'soap'],
  ['after a crisis comes a progress note', alone, null, null, 'crisis', 'soap'],
  ['an interpreter makes no family', [...alone, { role: 'interpreter' }], null, null, 'dap', 'dap'],
  ['a partner does', withPartner, null, null, 'dap', 'family'],
  ['medical minutes are a medication visit', alone, null, 20, 'soap', 'em'],
  ['with therapy minutes beside them, both', alone, 20, 18, 'em', 'em-with-therapy'],
])('%s', (_name, attendees, therapyMinutes, emMinutes, last, template) => {
  expect(templateFor({ attendees, therapyMinutes, emMinutes }, last)).toBe(template)
})
