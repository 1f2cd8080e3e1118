// How a row of the sheet stands, by what the note says in it.
import { describe, expect, test } from 'vitest'
import type { Note } from '@goldenthread/core/note/note.ts'
import { sheetRows } from '../../../note/note-layout.ts'
import { rowState } from './row-state.ts'

const mentalStatusRow = sheetRows('em').find(({ groups }) => groups.includes('mentalStatus'))
if (mentalStatusRow === undefined) throw new Error('a medication visit has a row for mental status')

const note = (said: Partial<Note>): Note =>
  ({ template: 'em', sections: {}, picks: {}, diagnoses: [], ...said }) as unknown as Note

describe('the row of mental status in a medication visit, which has words of its own', () => {
  test.each<readonly [string, Partial<Note>, string]>([
    ['nothing was said', {}, 'not-yet'],
    ['only picks were set', { picks: { mentalStatus: { mood: 'low' } } }, 'holds'],
    ['only words were written', { sections: { 'mental-status': 'Calm, linear.' } }, 'holds'],
    [
      'picks were carried and not touched',
      {
        picks: { mentalStatus: { mood: 'low' } },
        carried: {
          from: null,
          confirmed: [],
          untouched: ['picks.mentalStatus.mood'],
        } as unknown as Note['carried'] & object,
      },
      'not-yet',
    ],
  ])('when %s', (_name, said, state) => {
    expect(rowState(mentalStatusRow, note(said), [])).toBe(state)
  })
})
