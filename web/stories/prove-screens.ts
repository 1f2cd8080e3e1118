// Proves screens one by one: each is opened as whoever sees it, and walked.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type FullPractice, openFullPractice } from './full-practice.ts'
import { launchBrowser } from './launch-browser.ts'
import { type OpenedPage, endPage, expectNoFaults, openPage, visit } from './open-page.ts'
import type { Screen } from './screens.ts'
import { walkScreen } from './walk-screen.ts'

type Screens = Readonly<Record<string, readonly Screen[]>>

const proveAll = (screens: Screens): void => {
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

  describe.each(Object.entries(screens))('at %s', (address, states) => {
    test.each(states)('$state is clean', async ({ state, ...screen }) => {
      const who = screen.who === null ? null : await practice.enter(screen.who(practice))
      opened = await openPage(browser, practice, who)
      const { page } = opened
      await screen.before?.(page)
      await visit(page, screen.address(practice))
      await page.waitForLoadState('networkidle')
      await screen.after?.(page)
      expect(await walkScreen(page, `${address} ${state}`)).toEqual([])
      expectNoFaults(opened)
    })
  })
}

/** A test a screen and state, by the address in the router. */
export const proveScreens = (screens: Screens): void => {
  describe('the screen', () => proveAll(screens))
}
