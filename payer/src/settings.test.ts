// What a payer may be started with, and the sentence for what it may not.
import { describe, expect, test } from 'vitest'
import { plan } from '../stories/claim-file.ts'
import { readSettings, refuseSettings } from './settings.ts'

const good = {
  stateFolder: 'state',
  accounts: [{ userName: 'alder-row', password: 'of the demo' }],
  plans: [{ planRules: plan() }],
  clock: 'real',
  seed: 'one',
}
const two = (changes: object) => [
  good.plans[0],
  { planRules: { ...plan(), payer: { ...plan().payer, ...changes } } },
]

test('the least that is needed is enough', () => {
  expect(refuseSettings(good)).toBeNull()
  expect(readSettings(JSON.stringify(good))).toEqual(JSON.parse(JSON.stringify(good)))
})

describe('refused with a sentence', () => {
  test.each([
    ['a host that others reach', { host: '0.0.0.0' }, 'loopback'],
    ['a port that is none', { port: 65_536 }, 'port'],
    ['no folder', { stateFolder: '' }, 'stateFolder'],
    ['no seed', { seed: undefined }, 'seed'],
    ['a clock that is neither real nor an instant', { clock: '2026-03-11' }, 'clock'],
    ['an account without a password', { accounts: [{ userName: 'alder-row' }] }, 'password'],
    ['no accounts at all', { accounts: undefined }, 'account'],
    ['a mailbox without a sender', { mailboxes: [{ folder: 'mailbox' }] }, 'mailbox'],
    ['no plan', { plans: [] }, 'plan'],
    [
      'a plan without its members',
      { plans: [{ planRules: { ...plan(), members: undefined } }] },
      'planRules',
    ],
    [
      'a kind of answer nobody gives',
      { plans: [{ ...good.plans[0], behaviour: { delayMinutes: { '271': 1 } } }] },
      'behaviour',
    ],
    [
      'a delay of the machine’s clock that is no count',
      { plans: [{ ...good.plans[0], behaviourByRealClock: { delaySeconds: { '835': 1.5 } } }] },
      'behaviour',
    ],
    ['an order that is none', { plans: [{ ...good.plans[0], behaviour: { order: 'sorted' } }] }, 'behaviour'],
    [
      'more than a hundred of a hundred',
      { plans: [{ ...good.plans[0], behaviour: { silent: [{ what: 'all', ofHundred: 101 }] } }] },
      'behaviour',
    ],
    ['two plans for one receiver', { plans: two({ id: 'SBM77' }) }, 'interchangeId'],
    ['two plans of one payer id', { plans: two({ interchangeId: 'SABLEMERE' }) }, 'payer id'],
    [
      'one folder for two senders',
      {
        mailboxes: [
          { senderId: 'A', folder: 'm' },
          { senderId: 'B', folder: 'm' },
        ],
      },
      'folder',
    ],
  ])('%s', (_what, change, word) => {
    expect(refuseSettings({ ...good, ...change })).toContain(word)
  })

  test('what is no JSON, and JSON that is no object', () => {
    expect(readSettings('{')).toContain('no JSON')
    expect(readSettings('[]')).toContain('JSON object')
  })
})
