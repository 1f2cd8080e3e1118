// After a change of address: the focus goes to the new page's title, and its name is said.
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

/** How long a page may take to show its title, in milliseconds. */
const longest = 5_000

const titleOfPage = (): HTMLElement | null => document.querySelector<HTMLElement>('#main h1')

/** A page that has put the focus where the work is keeps it. */
const isFocusTaken = (): boolean => {
  const { activeElement } = document
  const main = document.getElementById('main')
  return main !== null && activeElement !== main && main.contains(activeElement)
}

const focusTitle = (title: HTMLElement): void => {
  if (isFocusTaken()) return
  if (!title.hasAttribute('tabindex')) title.tabIndex = -1
  title.focus({ preventScroll: true })
}

/** Calls once the page's title is there; the answer stops waiting. */
const onTitle = (then: (title: HTMLElement) => void): (() => void) => {
  const there = titleOfPage()
  if (there !== null) {
    then(there)
    return () => undefined
  }
  const watch = new MutationObserver(() => {
    const title = titleOfPage()
    if (title === null) return
    watch.disconnect()
    then(title)
  })
  watch.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(() => watch.disconnect(), longest)
  return () => {
    clearTimeout(timer)
    watch.disconnect()
  }
}

/** What is to be said now: the name of the page that was arrived at. */
export const useArrival = (): string => {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef<string | undefined>(undefined)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const isFirst = before.current === undefined
    if (before.current === path) return
    before.current = path
    if (isFirst) return
    return onTitle((title) => {
      focusTitle(title)
      // The page sets its title in an effect of its own, which may come after this one.
      requestAnimationFrame(() => setSaid(document.title.replace(' · Golden Thread', '')))
    })
  }, [path])
  return said
}
