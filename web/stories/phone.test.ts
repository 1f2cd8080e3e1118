// The same on a phone: the note is written with the thumbs, and two taps sign and file it.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { type OpenPractice, openPractice } from './open-practice.ts'
import { type OpenedPage, endPage, expectNoFaults, openPage, visit } from './open-page.ts'

let browser: Browser
let practice: OpenPractice
let opened: OpenedPage
let sessionId: string

beforeAll(async () => {
  ;[browser, practice] = await Promise.all([launchBrowser(), openPractice()])
  await practice.at.file('2026-02-17')
  sessionId = await practice.plan('2026-03-10', { start: '10:00', stop: '10:56' })
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})
afterEach((told) => endPage(opened, told))

test('a session is written on a phone, and besides its text two taps sign and file it', async () => {
  opened = await openPage(browser, practice, await practice.enter(practice.clinician), { phone: true })
  const { page } = opened
  await page.addInitScript(() => {
    window.addEventListener('click', ({ isTrusted, detail }) => {
      if (isTrusted && detail > 0) sessionStorage['taps'] = Number(sessionStorage['taps'] ?? 0) + 1
    })
  })
  await visit(page, '/')
  await page.getByRole('link', { name: 'Wrap up' }).tap()
  await page.getByRole('textbox', { name: 'Data', exact: true }).waitFor()
  await page.evaluate(() => sessionStorage.removeItem('taps'))
  const says =
    'Mari came by video. We read the worksheet on guilt; distress fell from 7 to 3, and she engaged well.'
  await page.getByRole('textbox', { name: 'Data', exact: true }).fill(says)
  const stops = page.getByText(/^\d+ things? stops? filing/).filter({ visible: true })
  await expect.poll(() => stops.count(), { timeout: 10_000 }).toBe(0)
  await page.getByRole('button', { name: /Sign and file/ }).tap()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Sign and file/ })
    .tap()
  await page.getByText('Filed.', { exact: true }).waitFor()
  expect(await page.evaluate(() => Number(sessionStorage['taps']))).toBe(2)
  const { note, filed } = await practice.at.seeCase(sessionId)
  expect([note.status, filed.status]).toEqual(['signed', 'filed'])
  expectNoFaults(opened)
})
