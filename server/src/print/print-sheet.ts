// Prints a sheet as a tagged PDF: every page says whose it is and which of how many, and every block has its place in the tree.
import PDFDocument from 'pdfkit'
import { type FontPart, openPart, partOf } from './print-font.ts'
import { type Line, type Typeface, isPrintable, linesOf, runsOf, widthOfText } from './set-lines.ts'
import type { Block, Sheet } from './sheet.ts'

type Document = InstanceType<typeof PDFDocument>
type Element = ReturnType<Document['struct']>

/** Letter, in points; 0.85 inch around. */
const page = { width: 612, height: 792, side: 61, top: 82, foot: 74 }
const measure = page.width - 2 * page.side
const lowest = page.height - page.foot
const ink = '#1B2033'
const pale = '#454A5C'

interface Style {
  readonly size: number
  readonly leading: number
  readonly above: number
  readonly color: string
}

const styles = {
  title: { size: 20, leading: 26, above: 0, color: ink },
  heading: { size: 14, leading: 19, above: 16, color: ink },
  lesser: { size: 11, leading: 15, above: 9, color: pale },
  prose: { size: 11, leading: 15.5, above: 4, color: ink },
  small: { size: 9, leading: 12.5, above: 5, color: pale },
  facts: { size: 10, leading: 13.5, above: 8, color: ink },
  table: { size: 9, leading: 12.5, above: 6, color: ink },
} as const satisfies Readonly<Record<Block['kind'], Style>>

/** A document being printed: how far down its page it is. */
interface Press {
  readonly doc: Document
  readonly root: Element
  y: number
}

const useFont = (doc: Document, part: FontPart, size: number): Document =>
  doc.font(openPart(part) as never, part).fontSize(size)

const faces = new WeakMap<Document, Map<number, Typeface>>()

const faceOf = (doc: Document, size: number): Typeface => {
  const sizes = faces.get(doc) ?? new Map<number, Typeface>()
  faces.set(doc, sizes)
  const face = sizes.get(size) ?? {
    partOf,
    widthOf: ({ part, text }) => useFont(doc, part, size).widthOfString(text),
    widths: new Map<string, number>(),
  }
  sizes.set(size, face)
  return face
}

const drawLine = (doc: Document, line: Line, x: number, y: number, { size, color }: Style): void => {
  let at = x
  for (const { part, text } of line) {
    useFont(doc, part, size).fillColor(color).text(text, at, y, { lineBreak: false })
    if (line.length > 1) at += doc.widthOfString(text)
  }
}

/** Goes on on the next page when there is no room for as many points. */
const makeRoom = (press: Press, points: number): void => {
  if (press.y + points <= lowest) return
  press.doc.addPage()
  press.y = page.top
}

const tagged = (press: Press, parent: Element, tag: string, draw: () => void): Element => {
  const { doc } = press
  const element = doc.struct(tag)
  parent.add(element)
  element.add(doc.markStructureContent(tag))
  draw()
  doc.endMarkedContent()
  return element
}

/** Lines under one element of the tree, over as many pages as they take. */
const flow = (press: Press, tag: string, lines: readonly Line[], style: Style): void => {
  const { doc, root } = press
  const element = doc.struct(tag)
  root.add(element)
  let left = lines
  while (left.length > 0) {
    makeRoom(press, style.leading)
    const fitting = Math.max(1, Math.floor((lowest - press.y) / style.leading))
    element.add(doc.markStructureContent(tag))
    for (const line of left.slice(0, fitting)) {
      drawLine(doc, line, page.side, press.y, style)
      press.y += style.leading
    }
    doc.endMarkedContent()
    left = left.slice(fitting)
  }
  element.end()
}

const tags = { title: 'H1', heading: 'H2', lesser: 'H3', prose: 'P', small: 'P' } as const

const printText = (press: Press, kind: keyof typeof tags, text: string): void => {
  const style = styles[kind]
  press.y += style.above
  const keepsWithNext = kind === 'heading' || kind === 'lesser'
  if (keepsWithNext) makeRoom(press, style.leading + 3 * styles.prose.leading)
  for (const paragraph of text.split('\n'))
    flow(press, tags[kind], linesOf(paragraph, measure, faceOf(press.doc, style.size)), style)
}

interface Row {
  readonly cells: readonly string[]
  readonly widths: readonly number[]
  readonly style: Style
  /** The tag of each cell. */
  readonly tags: readonly ('TH' | 'TD')[]
  readonly colors?: readonly string[]
}

const gap = 10

const printRow = (press: Press, table: Element, row: Row): void => {
  const { doc } = press
  const { style } = row
  const cells = row.cells.map((text, at) => {
    const width = (row.widths[at] ?? 0) * measure - gap
    return text.split('\n').flatMap((each) => linesOf(each, width, faceOf(doc, style.size)))
  })
  let [from, most] = [0, Math.max(...cells.map((lines) => lines.length))]
  const element = doc.struct('TR')
  table.add(element)
  // A row that is longer than a page goes on on the next.
  while (most > 0) {
    makeRoom(press, Math.min(most, 8) * style.leading)
    const fitting = Math.max(1, Math.floor((lowest - press.y) / style.leading))
    const { y } = press
    let x = page.side
    for (const [at, lines] of cells.entries()) {
      const shown = lines.slice(from, from + fitting)
      const [left, color] = [x, row.colors?.[at] ?? style.color]
      if (shown.length > 0)
        tagged(press, element, row.tags[at] ?? 'TD', () => {
          for (const [line, runs] of shown.entries())
            drawLine(doc, runs, left, y + line * style.leading, { ...style, color })
        }).end()
      x += (row.widths[at] ?? 0) * measure
    }
    press.y = y + Math.min(fitting, most) * style.leading
    from += fitting
    most -= fitting
  }
  element.end()
}

const printTable = (press: Press, rows: readonly Row[], above: number): void => {
  press.y += above
  const table = press.doc.struct('Table')
  press.root.add(table)
  for (const row of rows) {
    printRow(press, table, row)
    press.y += 2.5
  }
  table.end()
}

const printBlock = (press: Press, block: Block): void => {
  if (block.kind === 'facts') {
    const rows = block.rows.map(
      ([name, value]): Row => ({
        cells: [name, value],
        widths: [0.26, 0.74],
        style: styles.facts,
        tags: ['TH', 'TD'],
        colors: [pale, ink],
      }),
    )
    printTable(press, rows, styles.facts.above)
  } else if (block.kind === 'table') {
    const { heads, widths, rows } = block
    const cell = (tag: 'TH' | 'TD') => heads.map(() => tag)
    const head: Row = { cells: heads, widths, style: { ...styles.table, color: pale }, tags: cell('TH') }
    const body = rows.map((cells): Row => ({ cells, widths, style: styles.table, tags: cell('TD') }))
    printTable(press, [head, ...body], styles.table.above)
  } else printText(press, block.kind, block.text)
}

/** Head and foot of every page, which are no part of what is read in order. */
const printEdges = (doc: Document, { head, foot }: Sheet): void => {
  const style = styles.small
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at)
    doc.markContent('Artifact', { type: 'Pagination' })
    const [top] = linesOf(head, measure, faceOf(doc, style.size))
    drawLine(doc, top ?? [], page.side, 44, style)
    doc
      .moveTo(page.side, 62)
      .lineTo(page.width - page.side, 62)
      .lineWidth(0.5)
      .strokeColor('#DAD7CC')
      .stroke()
    drawLine(doc, runsOf(foot, partOf), page.side, page.height - 50, style)
    const number = `page ${at - start + 1} of ${count}`
    const left = page.width - page.side - widthOfText(number, faceOf(doc, style.size))
    drawLine(doc, runsOf(number, partOf), left, page.height - 50, style)
    doc.endMarkedContent()
  }
}

const textsOf = (block: Block): readonly string[] => {
  if (block.kind === 'facts') return block.rows.flat()
  return block.kind === 'table' ? block.rows.flat() : [block.text]
}

const lettersTold: Block = {
  kind: 'small',
  text: 'A letter that the typeface of this print does not have is told by its number in Unicode, as [U+…]. What is kept has the letter itself.',
}

const collected = (doc: Document): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = []
    doc.on('data', (piece: Uint8Array) => pieces.push(piece))
    doc.on('end', () => resolve(Buffer.concat(pieces)))
    doc.on('error', reject)
  })

/** The PDF: tagged in the order of its blocks, its letters embedded, the language and the title said. */
export const printSheet = async (sheet: Sheet): Promise<Uint8Array> => {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    bufferPages: true,
    tagged: true,
    // Its types know the subsets for archives alone.
    ...({ subset: 'PDF/UA' } as object),
    pdfVersion: '1.7',
    lang: 'en-US',
    displayTitle: true,
    font: null as never,
    info: { Title: sheet.title, Creator: 'Golden Thread', Producer: 'Golden Thread' },
  })
  const bytes = collected(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const press: Press = { doc, root, y: page.top }
  const whole = sheet.blocks.every((block) => textsOf(block).every((text) => isPrintable(text, partOf)))
  for (const block of whole && isPrintable(sheet.head, partOf)
    ? sheet.blocks
    : [...sheet.blocks, lettersTold])
    printBlock(press, block)
  root.end()
  printEdges(doc, sheet)
  doc.end()
  return bytes
}
