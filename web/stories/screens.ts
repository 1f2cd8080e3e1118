// Every screen that the router names, in each state it can be in: how it is reached, and by whom.
import type { Page } from 'playwright-core'
import { QueryClient } from '@tanstack/react-query'
import { makeRouter } from '../src/router.tsx'
import type { FullPractice } from './full-practice.ts'
import type { Insider } from './open-practice.ts'

export interface Screen {
  readonly state: string
  readonly address: (practice: FullPractice) => string
  /** Null is whoever is not signed in. */
  readonly who: ((practice: FullPractice) => Insider) | null
  /** What is done before the page is asked for. */
  readonly before?: (page: Page) => Promise<void>
  /** What is done once it stands. */
  readonly after?: (page: Page) => Promise<void>
}

const owner = (practice: FullPractice): Insider => practice.owner
const clinician = (practice: FullPractice): Insider => practice.clinician
const biller = (practice: FullPractice): Insider => practice.biller
const stranger = (practice: FullPractice): Insider => practice.stranger

/** The database answers too late, whatever is asked; the door still knows who is there. */
const failing = async (page: Page): Promise<void> => {
  await page.route(/\/api\/(?!people\/me$)/, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'The database answered too late.',
        status: 503,
        code: 'unavailable',
        instance: '019cd840-5260-7029-b159-92fc122a187b',
      }),
    }),
  )
}

type Address = Screen['address']

const withData = (who: NonNullable<Screen['who']>, address: Address): Screen => ({
  state: 'with data',
  who,
  address,
})

const withError = (who: NonNullable<Screen['who']>, address: Address): Screen => ({
  state: 'with an error',
  who,
  address,
  before: failing,
})

const empty = (address: Address): Screen => ({ state: 'empty', who: stranger, address })

const door = (address: string): Screen => ({ state: 'open', who: null, address: () => address })
const token = 'x'.repeat(43)

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }

const session = (id: 'draftedId' | 'wholeId' | 'filedId' | 'plannedId' | 'cancelledId') => {
  return (practice: FullPractice) => `/sessions/${practice[id]}`
}

const claim = (list: string, id: 'paidClaimId' | 'deniedClaimId' | 'rejectedClaimId' | 'heldClaimId') => {
  return (practice: FullPractice) => `/claims?list=${list}&claim=${practice[id]}`
}

const today = '/?day=2026-03-10'

/** By the address in the router. A page that is in neither list has no proof: a test says so. */
export const screensOfDay: Readonly<Record<string, readonly Screen[]>> = {
  '/sign-in': [
    door('/sign-in'),
    {
      ...door('/sign-in'),
      state: 'refused',
      after: async (page) => {
        await page.getByLabel('E-mail').fill('nobody@practice.example')
        await page.getByLabel('Password', { exact: true }).fill('six quiet lanterns')
        await page.keyboard.press('Enter')
        await page.getByRole('alert').waitFor()
      },
    },
  ],
  '/set-up': [door(`/set-up#${token}`)],
  '/password': [door(`/password#${token}`)],
  '/join': [withData(owner, () => `/join#${token}`)],
  '/': [
    withData(clinician, () => today),
    withError(clinician, () => today),
    empty(() => today),
    { ...withData(owner, () => today), state: 'of the whole practice' },
    { ...withData(biller, () => today), state: 'of a biller' },
    { ...withData(clinician, () => today), state: 'with the palette', after: press('Control+k') },
    { ...withData(clinician, () => today), state: 'with its keys', after: press('?') },
    { ...withData(clinician, () => today), state: 'locked', after: press('Control+l') },
  ],
  '/sessions/$sessionId': [
    { ...withData(clinician, session('draftedId')), state: 'with findings' },
    { ...withData(clinician, session('wholeId')), state: 'where all holds' },
    { ...withData(clinician, session('filedId')), state: 'filed' },
    { ...withData(clinician, session('plannedId')), state: 'planned' },
    { ...withData(clinician, session('cancelledId')), state: 'cancelled' },
    withError(clinician, session('draftedId')),
    { ...withData(stranger, session('draftedId')), state: 'of another practice' },
  ],
  '/$': [{ ...withData(owner, () => '/no/such/page'), state: 'with nothing there' }],
}

export const screensOfMoney: Readonly<Record<string, readonly Screen[]>> = {
  '/clients': [
    withData(owner, () => '/clients'),
    withError(owner, () => '/clients'),
    empty(() => '/clients'),
  ],
  '/clients/$clientId': [
    withData(clinician, ({ clientId }) => `/clients/${clientId}`),
    { ...withData(biller, ({ clientId }) => `/clients/${clientId}`), state: 'of a biller' },
    withError(clinician, ({ clientId }) => `/clients/${clientId}`),
    { ...withData(stranger, ({ clientId }) => `/clients/${clientId}`), state: 'of another practice' },
  ],
  '/claims': [
    { ...withData(biller, claim('denied', 'deniedClaimId')), state: 'denied' },
    { ...withData(biller, claim('rejected', 'rejectedClaimId')), state: 'rejected' },
    { ...withData(biller, claim('held', 'heldClaimId')), state: 'held' },
    { ...withData(biller, () => '/claims?list=ready'), state: 'ready' },
    { ...withData(owner, ({ paidClaimId }) => `/claims?claim=${paidClaimId}`), state: 'paid' },
    withError(biller, () => '/claims'),
    empty(() => '/claims'),
  ],
  '/remittances': [
    withData(biller, () => '/remittances'),
    withError(biller, () => '/remittances'),
    empty(() => '/remittances'),
  ],
  '/remittances/$remittanceId': [
    withData(biller, ({ remittanceId }) => `/remittances/${remittanceId}`),
    withError(biller, ({ remittanceId }) => `/remittances/${remittanceId}`),
    {
      ...withData(stranger, ({ remittanceId }) => `/remittances/${remittanceId}`),
      state: 'of another practice',
    },
  ],
  '/money': [
    withData(owner, () => '/money'),
    { ...withData(clinician, () => '/money'), state: 'of a clinician' },
    withError(owner, () => '/money'),
    empty(() => '/money'),
  ],
  '/money/ledger': [
    withData(owner, () => '/money/ledger'),
    { ...withData(owner, ({ filedId }) => `/money/ledger?session=${filedId}`), state: 'of a session' },
    withError(owner, () => '/money/ledger'),
    empty(() => '/money/ledger'),
  ],
}

/** The addresses of the router's own tree. */
export const addressesOfRouter = (): readonly string[] =>
  Object.values(makeRouter(new QueryClient()).routesById)
    .filter((route) => route.children === undefined)
    .map((route) => route.fullPath as string)
