// Keys as they are written ("Ctrl Enter", "g t", "Alt 1", "?") and as a keyboard sends them.

/** One press: a key and what is held with it. `ctrl` is Ctrl or, on a Mac, ⌘. */
export interface Stroke {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** What of a keyboard event is asked. */
export interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const held = ['Ctrl', 'Alt', 'Shift']

/** "Shift F8" is one stroke, "g t" are two after each other. */
export const strokesOf = (keys: string): readonly Stroke[] => {
  const strokes: Stroke[] = []
  let holding: readonly string[] = []
  for (const word of keys.split(' ')) {
    if (held.includes(word)) {
      holding = [...holding, word]
      continue
    }
    strokes.push({
      key: word.toLowerCase(),
      ctrl: holding.includes('Ctrl'),
      alt: holding.includes('Alt'),
      shift: holding.includes('Shift'),
    })
    holding = []
  }
  return strokes
}

/** The key printed on the cap: with Alt held some machines send another sign for it. */
const capOf = (code: string): string => /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? ''

const isSign = (key: string): boolean => key.length === 1 && !/[a-z]/.test(key)

/** Whether the press is that stroke. A sign like "?" stands above Shift on some keyboards and not on others. */
export const isStroke = (pressed: Pressed, stroke: Stroke): boolean => {
  const ctrl = pressed.ctrlKey || pressed.metaKey
  if (ctrl !== stroke.ctrl || pressed.altKey !== stroke.alt) return false
  if (!isSign(stroke.key) && pressed.shiftKey !== stroke.shift) return false
  const key = pressed.key.toLowerCase()
  return key === stroke.key || ((ctrl || stroke.alt) && capOf(pressed.code) === stroke.key)
}

/** A single sign without Ctrl or Alt: what somebody types. Works outside fields alone, and can be turned off. */
export const isTyped = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey

/** How far a press leads on in a row of strokes of which `before` were pressed: to its end, further, or nowhere. */
export const leads = (
  before: readonly Pressed[],
  pressed: Pressed,
  strokes: readonly Stroke[],
): 'there' | 'further' | 'nowhere' => {
  const all = [...before, pressed]
  const fits = all.every((each, at) => {
    const stroke = strokes[at]
    return stroke !== undefined && isStroke(each, stroke)
  })
  if (!fits) return 'nowhere'
  return all.length === strokes.length ? 'there' : 'further'
}
