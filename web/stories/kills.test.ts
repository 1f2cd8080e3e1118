// Tab and server are killed while a note is typed: every word is there afterwards. `npm run soak:typing` kills a hundred times.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Writing, killings, lostWords, openWriting, randomFrom } from './kill-while-typing.ts'
import { launchBrowser } from './launch-browser.ts'

let browser: Browser
let writing: Writing

beforeAll(async () => {
  browser = await launchBrowser()
  writing = await openWriting(browser, inject('pages'))
})
afterAll(async () => {
  await writing?.close()
  await browser?.close()
})

test.each([1, 2, 3, 4, 5])(
  'no word is lost when tab or server is killed at a random moment, time %i',
  async (time) => {
    const killing = killings[time % killings.length] ?? 'the tab'
    const left = await writing.killOnce(killing, randomFrom(time))
    expect(lostWords(left)).toEqual([])
    expect(left.typed.split(' ').length).toBeGreaterThan(3)
  },
)
