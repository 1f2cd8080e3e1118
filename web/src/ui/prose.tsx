// A section of a note: plain text in a field that grows with it, with the findings' marks drawn beneath the words.
import { type KeyboardEventHandler, memo, type ReactNode, type Ref, useMemo } from 'react'
import { cutAtMarks, type Mark, moveMarks, type Piece } from './marks.ts'
import styles from './prose.module.css'

export interface ProseProps {
  /** The section's name; read out when the field gets the focus. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Marks found in `markedText`, or in `value` when that is left out. */
  readonly marks?: readonly Mark[]
  /** The text the marks were found in. Checks lag behind the typing: the marks are moved along until they catch up. */
  readonly markedText?: string
  /** The number of the open finding, whose sentence is lit. */
  readonly openMark?: number | null
  /** Where the caret, or both ends of the selection, came to stand. */
  readonly onCaret?: (start: number, end: number) => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>
  readonly readOnly?: boolean
  readonly placeholder?: string
  readonly id?: string
  /** The id of what describes the field: its missing element, its hint. */
  readonly describedBy?: string
  readonly ref?: Ref<HTMLTextAreaElement>
}

const none: readonly Mark[] = []

const PieceOfText = ({
  piece,
  openMark,
}: {
  readonly piece: Piece
  readonly openMark: number | null
}): ReactNode => {
  const isOpen = openMark !== null && piece.over.includes(openMark)
  return (
    <>
      <span data-mark={piece.kind ?? undefined} data-open={isOpen || undefined}>
        {piece.text}
      </span>
      {piece.ends.length > 0 && (
        <span className={styles.anchor}>
          <span className={styles.number} data-number={piece.kind ?? undefined}>
            {piece.ends.map(({ number }) => number).join(' ')}
          </span>
        </span>
      )}
    </>
  )
}

interface MirrorProps {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly openMark: number | null
}

// The layer beneath holds the same words in the same type, unseen: it gives the field its height without anything
// being measured, and its underlines lie exactly under the words. The last line break counts only with a character
// behind it.
const Mirror = memo(({ text, marks, openMark }: MirrorProps): ReactNode => {
  const pieces = useMemo(() => cutAtMarks(text, marks), [text, marks])
  return (
    <div className={styles.mirror} aria-hidden="true">
      {pieces.map((piece, index) => (
        <PieceOfText key={index} piece={piece} openMark={openMark} />
      ))}
      {'\u200b'}
    </div>
  )
})

/** Note prose, in serif. Tab leaves the field. Its height follows its text. */
export const Prose = (props: ProseProps): ReactNode => {
  const {
    label,
    value,
    onChange,
    marks = none,
    markedText,
    openMark = null,
    onCaret,
    readOnly = false,
  } = props
  const standing = useMemo(() => moveMarks(marks, markedText ?? value, value), [marks, markedText, value])
  return (
    <div className={styles.prose} data-locked={readOnly || undefined}>
      <Mirror text={value} marks={standing} openMark={openMark} />
      <textarea
        ref={props.ref}
        id={props.id}
        className={styles.field}
        aria-label={label}
        aria-describedby={props.describedBy}
        value={value}
        readOnly={readOnly}
        placeholder={props.placeholder}
        rows={1}
        spellCheck
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onSelect={(event) => onCaret?.(event.currentTarget.selectionStart, event.currentTarget.selectionEnd)}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
      />
    </div>
  )
}
