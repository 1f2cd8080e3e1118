// A page worked by its keys alone: Tab until something has the focus, what has it, what is typed.
import type { Locator, Page } from 'playwright-core'

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.contains(document.activeElement))

/** More stops than any page of ours has. */
const mostStops = 120

/** Presses Tab (or Shift+Tab) until the target, or something in it, has the focus. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await target.waitFor()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${String(target)} is not reached by ${key}`)
}

/** The target has the focus, now or soon. */
export const waitForFocus = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let tried = 0; tried < 60; tried += 1) {
    if (await hasFocus(target)) return
    await page.waitForTimeout(50)
  }
  throw new Error(`${String(target)} does not get the focus`)
}

/** Takes the mouse out of a page's hands: a story by keyboard that clicks fails. */
export const withoutMouse = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    for (const kind of ['mousedown', 'pointerdown', 'touchstart'])
      window.addEventListener(kind, () => {
        throw new Error('a story by keyboard alone has clicked')
      })
  })
}
