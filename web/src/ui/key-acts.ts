// Which keys do what on the screen that is open: screens say so, one listener hears them.
import { type Pressed, isTyped, leads, strokesOf } from './key-strokes.ts'

export interface KeyAct {
  /** As it is written: "Ctrl Enter", "Shift F8", "Alt 1", "g t", "j", "?". */
  readonly keys: string
  /** What it does, for the list of keys: "Wrap up the session that waits". */
  readonly does: string
  readonly run: () => void
  /** Also while a dialog is open. Others sleep then. */
  readonly inDialog?: boolean
  /** Of every screen: a screen's own key of the same name goes first. */
  readonly ofEveryScreen?: boolean
}

type Telling = () => readonly KeyAct[]

let told: readonly Telling[] = []
let paused = false
let pressedBefore: { readonly strokes: readonly Pressed[]; readonly at: number } = { strokes: [], at: 0 }
const hearers = new Set<() => void>()

/** Longest pause between the strokes of a row, in milliseconds. */
const rowPause = 1_200

/** Says what keys do from now on; the answer takes it back. The last to say so is asked first. */
export const tellKeys = (telling: Telling): (() => void) => {
  told = [telling, ...told]
  for (const hear of hearers) hear()
  return () => {
    told = told.filter((each) => each !== telling)
    for (const hear of hearers) hear()
  }
}

/** All keys of the screen as it is now: its own first, then those of every screen. */
export const keysNow = (): readonly KeyAct[] => {
  const all = told.flatMap((telling) => telling())
  return [...all.filter((each) => !each.ofEveryScreen), ...all.filter((each) => each.ofEveryScreen)]
}

/** Behind a locked screen no key does anything. */
export const pauseKeys = (isPaused: boolean): void => {
  paused = isPaused
}

const lettersOff = 'golden-thread.letters-off'

/** Whether single letters do something; the machine remembers it. */
export const lettersAreOn = (): boolean => {
  try {
    return localStorage.getItem(lettersOff) === null
  } catch {
    return true
  }
}

export const turnLetters = (on: boolean): void => {
  try {
    if (on) localStorage.removeItem(lettersOff)
    else localStorage.setItem(lettersOff, 'yes')
  } catch {
    // A browser that keeps nothing leaves them as they are.
  }
  for (const hear of hearers) hear()
}

export const hearKeyChanges = (hear: () => void): (() => void) => {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

const fields =
  'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit]), [contenteditable=""], [contenteditable=true], [role=textbox], [role=listbox], [role=menu]'
const pressable = 'a[href], button, summary, input, [role=button], [role=option]'
const dialogs = '[role=dialog], [role=alertdialog], dialog'

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null

const ownOfTarget = ['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

/** Whether the press belongs to what has the focus: a letter in a field, Enter on a link. */
const belongsToTarget = (event: KeyboardEvent): boolean => {
  if (isTyped(event)) return isIn(event.target, fields) || !lettersAreOn()
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  return plain && ownOfTarget.includes(event.key) && isIn(event.target, `${fields}, ${pressable}`)
}

/** Does what a press asks for, if anything. */
export const onPress = (event: KeyboardEvent): void => {
  if (paused || event.defaultPrevented || event.isComposing || belongsToTarget(event)) return
  if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
  const { strokes, at } = pressedBefore
  const before = event.timeStamp - at < rowPause ? strokes : []
  pressedBefore = { strokes: [], at: 0 }
  const inDialog = isIn(event.target, dialogs)
  const awake = keysNow().filter((each) => !inDialog || each.inDialog === true)
  const led = awake.map((act) => ({ act, to: leads(before, event, strokesOf(act.keys)) }))
  const there = led.find(({ to }) => to === 'there')
  if (there !== undefined) {
    event.preventDefault()
    there.act.run()
  } else if (led.some(({ to }) => to === 'further')) {
    pressedBefore = { strokes: [...before, event], at: event.timeStamp }
  }
}
