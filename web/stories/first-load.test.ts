// What a first visit fetches: the JavaScript of the door and of Today, compressed, stays small.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { type OpenPractice, openPractice } from './open-practice.ts'
import { openPage, visit } from './open-page.ts'

let browser: Browser
let practice: OpenPractice
let sessionId: string

beforeAll(async () => {
  ;[browser, practice] = await Promise.all([launchBrowser(), openPractice()])
  sessionId = (await practice.at.hold('2026-03-09')).id
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})

// Whoever comes by a link straight into a note waits for the note's page as well; by way of Today it is fetched beside it.
const visits: readonly (readonly [path: string, most: number])[] = [
  ['/sign-in', 230],
  ['/', 230],
  ['/sessions/:id', 300],
]

test.each(visits)('a first visit to %s fetches at most %i KB of JavaScript, gzipped', async (path, most) => {
  const who = path === '/sign-in' ? null : await practice.enter(practice.clinician)
  const opened = await openPage(browser, practice, who)
  const fetched = new Set<string>()
  opened.page.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    if (pathname.endsWith('.js')) fetched.add(pathname)
  })
  await visit(opened.page, path.replace(':id', sessionId))
  await opened.page.waitForLoadState('networkidle')
  await opened.close()
  const files = [...fetched].map((name) => join(inject('pages'), 'assets', basename(name)))
  const sizes = files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length)
  const sum = sizes.reduce((total, size) => total + size, 0)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sum, `${Math.round(sum / 1024)} KB in ${sizes.length} files`).toBeLessThanOrEqual(most * 1024)
})
