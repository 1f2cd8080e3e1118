// Addresses of another practice: the page says that nothing is there, as of an address that never was.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FullPractice, openFullPractice } from './full-practice.ts'
import { launchBrowser } from './launch-browser.ts'
import { type OpenedPage, endPage, expectNoFaults, openPage } from './open-page.ts'

let browser: Browser
let practice: FullPractice
let opened: OpenedPage

beforeAll(async () => {
  ;[browser, practice] = await Promise.all([launchBrowser(), openFullPractice()])
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})
afterEach((told) => endPage(opened, told))

const nothing = 'There is nothing here under this address.'
const never = '019cd840-5260-7029-b159-000000000000'

const addresses: readonly (readonly [says: string, address: (given: FullPractice) => string])[] = [
  ['a session', ({ draftedId }) => `/sessions/${draftedId}`],
  ['a client', ({ clientId }) => `/clients/${clientId}`],
  ['a remittance', ({ remittanceId }) => `/remittances/${remittanceId}`],
  ['a claim', ({ deniedClaimId }) => `/claims?claim=${deniedClaimId}`],
  ['a session that never was', () => `/sessions/${never}`],
]

test.each(addresses)(
  '%s of another practice is nothing here, and no name is told',
  async (_says, address) => {
    opened = await openPage(browser, practice, await practice.enter(practice.stranger))
    const { page } = opened
    await page.goto(address(practice))
    await page.getByRole('heading', { level: 1, name: nothing }).waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/Quiñones|Mari|Larkmoor/)
    expectNoFaults(opened)
  },
)
