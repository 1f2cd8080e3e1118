// Keys as they are printed on their caps.

const caps: Readonly<Record<string, string>> = { Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' }

const cap = (word: string): string => caps[word] ?? (word.length === 1 ? word.toUpperCase() : word)

const held = ['Ctrl', 'Alt', 'Shift']

/** One cap a stroke: "Ctrl Enter" is `Ctrl ↵`, "g t" is `G` and `T`. */
export const keyCaps = (keys: string): readonly string[] => {
  const strokes: string[] = []
  let holding = ''
  for (const word of keys.split(' ')) {
    if (held.includes(word)) {
      holding += `${word} `
      continue
    }
    strokes.push(`${holding}${cap(word)}`)
    holding = ''
  }
  return strokes
}
