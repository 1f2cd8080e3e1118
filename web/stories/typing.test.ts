// While a note is written: the screen is locked, the server is lost, a second tab writes too. No word is lost.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { type OpenPractice, openPractice } from './open-practice.ts'
import { type OpenedPage, endPage, expectNoFaults, openPage, visit } from './open-page.ts'

let browser: Browser
let practice: OpenPractice
let opened: OpenedPage
let page: Page
let sessionId: string
let day = 1

beforeAll(async () => {
  ;[browser, practice] = await Promise.all([launchBrowser(), openPractice()])
  await practice.at.file('2026-02-17')
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})
beforeEach(async () => {
  sessionId = (await practice.at.hold(`2026-03-0${day}`)).id
  day += 1
  opened = await openPage(browser, practice, await practice.enter(practice.clinician))
  page = opened.page
  await visit(page, `/sessions/${sessionId}`)
  await section(page, 'Data').waitFor()
})
afterEach((told) => endPage(opened, told))

const section = (on: Page, name: string) => on.getByRole('textbox', { name, exact: true })

const saved = (on: Page) => on.getByText(/^Saved \d/)

/** What the server has of the note. */
const kept = async (): Promise<Readonly<Record<string, string>>> =>
  (await practice.at.seeCase(sessionId)).case.note?.sections ?? {}

const words = 'Mari spoke of two calm nights and of a drive with her sister. '

test('a lock hides every name, and unlocking gives back caret, marked words and place', async () => {
  await section(page, 'Data').fill(words.repeat(20))
  await section(page, 'Plan').fill('Weekly by video.')
  await section(page, 'Plan').evaluate((field: HTMLTextAreaElement) => {
    field.focus()
    field.setSelectionRange(3, 9)
  })
  const look = () =>
    section(page, 'Plan').evaluate((field: HTMLTextAreaElement) => [
      document.activeElement === field,
      field.selectionStart,
      field.selectionEnd,
      Math.round(window.scrollY),
    ])
  const before = await look()
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await page.getByText('Your draft is kept.').waitFor()
  expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Quiñones|Mari|calm nights/)
  expect(await page.title()).not.toMatch(/Quiñones|Mari/)
  await page.getByLabel('Your password').fill(practice.clinician.password)
  await page.keyboard.press('Enter')
  await expect.poll(look).toEqual(before)
  expect(before.slice(0, 3)).toEqual([true, 3, 9])
  expect((await kept())['plan']).toBe('Weekly by video.')
  expectNoFaults(opened)
})

test('what is typed while the server is lost stays, says so, and is on the server when it is back', async () => {
  await section(page, 'Data').pressSequentially('Before. ')
  await saved(page).waitFor()
  await opened.context.setOffline(true)
  await section(page, 'Data').pressSequentially('While it was lost. ')
  await page
    .getByText(/Kept on this machine .*server not reached/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /Sign and file/ }).focus()
  expect(await page.getByRole('button', { name: /Sign and file/ }).getAttribute('aria-disabled')).toBe('true')
  await opened.context.setOffline(false)
  await section(page, 'Data').pressSequentially('And after.')
  await expect
    .poll(async () => (await kept())['data'], { timeout: 15_000 })
    .toBe('Before. While it was lost. And after.')
  await saved(page).waitFor()
})

test('what is typed while the server is lost stands there again when the tab is opened anew', async () => {
  await opened.context.setOffline(true)
  await section(page, 'Data').pressSequentially('Typed before the tab was closed.')
  await page.close()
  await opened.context.setOffline(false)
  const anew = await opened.context.newPage()
  await anew.clock.install({ time: practice.server.clock.now() })
  await visit(anew, `/sessions/${sessionId}`)
  await expect.poll(() => section(anew, 'Data').inputValue()).toBe('Typed before the tab was closed.')
  await expect
    .poll(async () => (await kept())['data'], { timeout: 15_000 })
    .toBe('Typed before the tab was closed.')
})

test('what two tabs write in two sections is merged, and each is told of the other', async () => {
  const other = await opened.context.newPage()
  await other.clock.install({ time: practice.server.clock.now() })
  await visit(other, `/sessions/${sessionId}`)
  await section(other, 'Plan').waitFor()
  await section(page, 'Data').pressSequentially('Written in the first tab.')
  await section(other, 'Plan').pressSequentially('Written in the second tab.')
  await expect.poll(kept, { timeout: 15_000 }).toMatchObject({
    data: 'Written in the first tab.',
    plan: 'Written in the second tab.',
  })
  for (const tab of [page, other]) {
    await expect
      .poll(() => section(tab, 'Data').inputValue(), { timeout: 15_000 })
      .toBe('Written in the first tab.')
    await expect
      .poll(() => section(tab, 'Plan').inputValue(), { timeout: 15_000 })
      .toBe('Written in the second tab.')
  }
})

test('what two screens write in one section is kept twice, until the person chooses', async () => {
  const elsewhere = await openPage(browser, practice, await practice.enter(practice.clinician))
  await visit(elsewhere.page, `/sessions/${sessionId}`)
  await section(elsewhere.page, 'Data').waitFor()
  await opened.context.setOffline(true)
  await section(page, 'Data').pressSequentially('Here she slept.')
  await section(elsewhere.page, 'Data').pressSequentially('There she woke.')
  await expect.poll(async () => (await kept())['data'], { timeout: 15_000 }).toBe('There she woke.')
  await opened.context.setOffline(false)
  await section(page, 'Data').pressSequentially(' Well.')
  await page.getByText('There she woke.').first().waitFor({ timeout: 15_000 })
  expect(await section(page, 'Data').inputValue()).toBe('Here she slept. Well.')
  await page.getByRole('button', { name: 'Keep both, joined' }).click()
  await expect
    .poll(async () => (await kept())['data'], { timeout: 15_000 })
    .toMatch(/^(?=.*Here she slept\. Well\.)(?=.*There she woke\.)/s)
  await elsewhere.close()
})
