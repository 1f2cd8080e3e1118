// The door in a browser: sign in, lock and unlock, other tabs, a lost server, nobody there, links that lead elsewhere.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { type Insider, type OpenPractice, openPractice } from './open-practice.ts'
import { type OpenedPage, endPage, expectNoFaults, heading, openPage, visit } from './open-page.ts'

let browser: Browser
let practice: OpenPractice
let opened: OpenedPage
let page: Page

beforeAll(async () => {
  ;[browser, practice] = await Promise.all([launchBrowser(), openPractice()])
  await practice.plan('2026-03-10', { start: '10:00', stop: '10:56' })
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})
afterEach((told) => endPage(opened, told))

const signIn = async (who: Pick<Insider, 'email' | 'password'>): Promise<void> => {
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.keyboard.press('Enter')
}

const locked = (on: Page) => on.getByRole('heading', { name: 'Locked' })

const unlock = async (on: Page): Promise<void> => {
  await on.getByLabel('Your password').fill(practice.clinician.password)
  await on.keyboard.press('Enter')
  await locked(on).waitFor({ state: 'detached' })
}

describe('whoever is not signed in', () => {
  beforeEach(async () => {
    opened = await openPage(browser, practice, null)
    page = opened.page
  })

  test('is asked to, told of a wrong password, and led to where they were going', async () => {
    await visit(page, '/claims')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await signIn({ ...practice.owner, password: 'nine other herons' })
    await page.getByRole('alert').waitFor()
    await signIn(practice.owner)
    await page.getByRole('heading', { level: 1, name: 'Claims' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/claims')
    expect(await page.title()).toBe('Claims · Golden Thread')
    expectNoFaults(opened)
  })

  test('stays on our own pages, whatever the link said', async () => {
    await visit(page, '/sign-in?to=//elsewhere.example/x')
    await signIn(practice.owner)
    await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor()
    expect(page.url()).toBe(`${practice.address}/elsewhere.example/x`)
  })

  test.each(['/set-up', '/password', '/join'])(
    'opens a link to %s whose token leaves the address at once',
    async (path) => {
      await visit(page, `${path}#${'x'.repeat(43)}`)
      expect(page.url()).not.toContain('#')
      expect(page.url()).not.toContain('xxx')
    },
  )
})

describe('whoever is signed in', () => {
  beforeEach(async () => {
    opened = await openPage(browser, practice, await practice.enter(practice.clinician))
    page = opened.page
    await visit(page, '/')
    await page.getByRole('link', { name: 'Mari', exact: true }).first().waitFor()
  })

  test('locks with one stroke: no name is left to be seen, and the password opens the same page again', async () => {
    const name = page.getByRole('link', { name: 'Mari', exact: true }).first()
    await name.focus()
    await page.keyboard.press('Control+l')
    await locked(page).waitFor()
    expect(await page.title()).toBe('Locked · Golden Thread')
    expect(
      await page
        .getByText(/Quiñones|Mari\b/)
        .filter({ visible: true })
        .count(),
    ).toBe(0)
    expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Quiñones|Mari\b/)
    await unlock(page)
    await expect.poll(() => name.evaluate((element) => element === document.activeElement)).toBe(true)
    expectNoFaults(opened)
  })

  test('locks every tab at once, and a tab that is opened anew stays locked', async () => {
    const other = await opened.context.newPage()
    await other.clock.install({ time: practice.server.clock.now() })
    await visit(other, '/')
    await page.keyboard.press('Control+l')
    await locked(other).waitFor()
    await other.reload()
    await locked(other).waitFor()
    expect(await other.getByRole('navigation', { includeHidden: true }).count()).toBe(0)
    await unlock(page)
    await locked(other).waitFor({ state: 'detached' })
    await heading(other).waitFor()
  })

  test('is asked before the screen locks by itself, and stays with one press', async () => {
    await page.clock.runFor(845_000)
    await page.getByRole('button', { name: 'Stay' }).click()
    await page.clock.runFor(50_000)
    expect(await locked(page).count()).toBe(0)
    await page.clock.runFor(860_000)
    await locked(page).waitFor()
  })

  test('is told that the server is lost, may lock all the same, and goes on when it is back', async () => {
    await page.waitForTimeout(1_500)
    await opened.context.setOffline(true)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find or do' }).fill('quin')
    await page.getByText('Server not reached. Nothing typed is lost.').first().waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await locked(page).waitFor()
    await opened.context.setOffline(false)
    await unlock(page)
    await page.getByText('Server not reached. Nothing typed is lost.').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Mari', exact: true }).first().waitFor()
  })

  test('who signs out in one tab is asked to sign in by the other', async () => {
    const other = await opened.context.newPage()
    await visit(other, '/claims')
    await page.getByRole('button', { name: /lock, sign out/ }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await other.getByRole('link', { name: 'Today' }).first().click()
    await other.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})
