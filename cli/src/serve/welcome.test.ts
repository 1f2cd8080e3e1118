// What a start prints is what one needs next, and nothing of another kind of start.
import { describe, expect, test } from 'vitest'
import { tryFirst, welcome } from './welcome.ts'

const ground = {
  address: 'http://127.0.0.1:7311',
  folder: 'data',
  signIns: [],
  setUpLink: null,
  seconds: 1.234,
}

describe('the words at the start', () => {
  test('name the address, the folder and how to stop', () => {
    expect(welcome(ground)).toEqual([
      'Golden Thread serves at http://127.0.0.1:7311 after 1.2 s. Open it in a browser.',
      'Everything is kept in data.',
      '',
      'Ctrl-C stops all that was started.',
    ])
  })

  test('list who of the invented practice can sign in, in columns', () => {
    const signIns = [
      { role: 'owner', email: 'a@practice.example', password: 'x1' },
      { role: 'clinician', email: 'bb@practice.example', password: 'x2' },
    ]
    const lines = welcome({ ...ground, signIns })
    expect(lines).toContain('  owner      a@practice.example   x1')
    expect(lines).toContain('  clinician  bb@practice.example  x2')
    // Told once the practice is whole: until then nothing waits.
    expect(lines.join('\n')).not.toContain('Try first')
    expect(tryFirst(ground.address, signIns)).toEqual([
      'Try first: open http://127.0.0.1:7311, sign in as bb@practice.example, and wrap up a session that waits.',
      'A filed claim leaves after a minute; the stand-in payer answers within two: receipt, acknowledgment, payment.',
    ])
  })

  test('hand the first owner a link while nobody can sign in', () => {
    expect(welcome({ ...ground, setUpLink: 'https://practice.example/set-up#token' })).toContain(
      '  https://practice.example/set-up#token',
    )
  })
})
