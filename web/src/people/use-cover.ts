// Covers the whole page without taking it down: what is beneath is unseen, unread and untouched, and comes back as it was.
import { useLayoutEffect, useState } from 'react'
import { pauseKeys } from '../ui/key-acts.ts'
import './cover.css'

interface Left {
  readonly focused: HTMLElement | null
  readonly selection: readonly [start: number, end: number] | null
  readonly scroll: readonly [left: number, top: number]
  readonly title: string
}

const selectionOf = (element: Element | null): Left['selection'] => {
  if (!(element instanceof HTMLTextAreaElement)) return null
  return [element.selectionStart, element.selectionEnd]
}

const lookAtPage = (): Left => {
  const { activeElement } = document
  return {
    focused: activeElement instanceof HTMLElement ? activeElement : null,
    selection: selectionOf(activeElement),
    scroll: [window.scrollX, window.scrollY],
    title: document.title,
  }
}

const mostFrames = 30

/**
 * What was hidden is seen some frames later, and what is not seen takes no focus: it is given again until it is taken,
 * or the person has put it elsewhere.
 */
const focusAgain = (element: HTMLElement, frames = mostFrames): void => {
  element.focus({ preventScroll: true })
  const isElsewhere = document.activeElement !== document.body && document.activeElement !== null
  if (isElsewhere || frames === 0) return
  requestAnimationFrame(() => focusAgain(element, frames - 1))
}

const giveBack = ({ focused, selection, scroll, title }: Left): void => {
  document.title = title
  if (focused?.isConnected) focusAgain(focused)
  if (focused instanceof HTMLTextAreaElement && selection !== null) focused.setSelectionRange(...selection)
  window.scrollTo({ left: scroll[0], top: scroll[1], behavior: 'instant' })
}

const coverAll = (place: HTMLElement): (() => void) => {
  const under = [...document.body.children].filter((each) => each !== place && !each.hasAttribute('inert'))
  for (const each of under) {
    each.setAttribute('inert', '')
    each.setAttribute('aria-hidden', 'true')
  }
  return () => {
    for (const each of under) {
      each.removeAttribute('inert')
      each.removeAttribute('aria-hidden')
    }
  }
}

/** The place for what covers the page, from the first moment on; null before there is one. */
export const useCover = (): HTMLElement | null => {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const left = lookAtPage()
    const made = document.createElement('div')
    made.className = 'gt-cover'
    document.body.append(made)
    const uncover = coverAll(made)
    document.documentElement.dataset['locked'] = 'yes'
    document.title = 'Locked · Golden Thread'
    pauseKeys(true)
    setPlace(made)
    return () => {
      uncover()
      made.remove()
      delete document.documentElement.dataset['locked']
      pauseKeys(false)
      giveBack(left)
    }
  }, [])
  return place
}
