// What a start prints is what one needs next, and nothing of another kind of start.
import { describe, expect, test } from 'vitest'
import { welcome } from './welcome.ts'

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
      'Golden Thread serves at http://127.0.0.1:7311 after 1.2 s.',
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
    // Quoted so that a terminal takes it as it stands.
    expect(lines.join('\n')).toContain(
      `-d '{"email":"bb@practice.example","password":"x2"}' http://127.0.0.1:7311/`,
    )
  })

  test('hand the first owner a link while nobody can sign in', () => {
    expect(welcome({ ...ground, setUpLink: 'https://practice.example/set-up#token' })).toContain(
      '  https://practice.example/set-up#token',
    )
  })
})
