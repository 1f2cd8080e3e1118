// Every screen in every state: proved accessible in both themes at two widths, and no wider than the narrowest phone.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FullPractice, openFullPractice } from './full-practice.ts'
import { launchBrowser } from './launch-browser.ts'
import { endPage, expectNoFaults, openPage, visit } from './open-page.ts'
import { addressesOfRouter, screens } from './screens.ts'
import { walkScreen } from './walk-screen.ts'

let browser: Browser
let practice: FullPractice

beforeAll(async () => {
  ;[browser, practice] = await Promise.all([launchBrowser(), openFullPractice()])
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})

test('every address of the router has its screens here, and none is here that the router does not know', () => {
  expect(Object.keys(screens).toSorted()).toEqual(addressesOfRouter().toSorted())
})

describe.each(Object.entries(screens))('the screen at %s', (address, states) => {
  test.each(states)('$state is clean', async ({ state, ...screen }) => {
    const opened = await openPage(
      browser,
      practice,
      screen.who && (await practice.enter(screen.who(practice))),
    )
    const { page } = opened
    await screen.before?.(page)
    await visit(page, screen.address(practice))
    await page.waitForLoadState('networkidle')
    await screen.then?.(page)
    expect(await walkScreen(page, `${address} ${state}`)).toEqual([])
    expectNoFaults(opened)
    await endPage(opened, { task: { name: state } })
  })
})
