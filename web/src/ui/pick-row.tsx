// A row of picks with its own label: one key picks, arrow keys move within, what was carried over stays unset.
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { pick, placeAfter, placeOfFigure } from './pick-moves.ts'
import { TextLink } from './text-link.tsx'
import styles from './pick-row.module.css'

export interface PickOption {
  readonly value: string
  readonly label: string
}

export interface PickRowProps {
  readonly label: string
  /** The usual ones, always shown. */
  readonly options: readonly PickOption[]
  /** The rest, behind "More". One that is chosen, or was carried, is shown all the same. */
  readonly more?: readonly PickOption[]
  /** Values chosen. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** Whether several may be chosen (checkboxes) or one (radio buttons). */
  readonly several?: boolean
  /** What stood in the last note: shown unset until it is touched. `from` is its day: `Nov 5`. */
  readonly carried?: { readonly values: readonly string[]; readonly from: string }
  /** What else may be done once "More" is open: own words, a reason for no answer. */
  readonly beyond?: ReactNode
  /** After signing: only what was chosen, as plain words. */
  readonly locked?: boolean
  readonly id?: string
}

const Tick = (): ReactNode => (
  <svg className={styles.tick} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d="M1.8 6.4 L4.6 9.2 L10.2 3" />
  </svg>
)

interface ChipProps {
  readonly option: PickOption
  readonly role: 'radio' | 'checkbox'
  readonly isChosen: boolean
  readonly isCarried: boolean
  readonly isStop: boolean
  readonly onPick: () => void
  readonly onFocus: () => void
}

const Chip = ({ option, role, isChosen, isCarried, isStop, onPick, onFocus }: ChipProps): ReactNode => (
  <button
    type="button"
    role={role}
    aria-checked={isChosen}
    tabIndex={isStop ? 0 : -1}
    className={styles.chip}
    data-chosen={isChosen || undefined}
    data-carried={isCarried || undefined}
    data-chip
    onClick={onPick}
    onFocus={onFocus}
  >
    {isChosen && <Tick />}
    {option.label}
  </button>
)

interface MoreProps {
  readonly label: string
  readonly isWide: boolean
  readonly onTurn: () => void
}

const More = ({ label, isWide, onTurn }: MoreProps): ReactNode => (
  <button
    type="button"
    className={styles.more}
    aria-expanded={isWide}
    aria-label={`${isWide ? 'Fewer' : 'More'}: ${label}`}
    onClick={onTurn}
  >
    {isWide ? 'Fewer' : 'More'}
  </button>
)

const Locked = ({ label, options, more = [], chosen }: PickRowProps): ReactNode => {
  const all = [...options, ...more]
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <ul className={styles.picks} aria-label={label}>
        {chosen.map((value) => (
          <li key={value} className={styles.chip} data-chosen data-locked>
            <Tick />
            {all.find((each) => each.value === value)?.label ?? value}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Open = (props: PickRowProps): ReactNode => {
  const { label, options, more = [], chosen, onChange, several = false, carried, beyond } = props
  const name = useId()
  const picks = useRef<HTMLDivElement>(null)
  const [isWide, setIsWide] = useState(false)
  const [place, setPlace] = useState<number | null>(null)
  const order = [...options, ...more].map(({ value }) => value)
  const isUntouched = carried !== undefined && chosen.length === 0
  const stands = (value: string): boolean =>
    chosen.includes(value) || (isUntouched && carried.values.includes(value))
  const shown = [...options, ...more.filter(({ value }) => isWide || stands(value))]
  const firstChosen = shown.findIndex(({ value }) => chosen.includes(value))
  const stop = Math.min(place ?? Math.max(0, firstChosen), shown.length - 1)
  const press = (value: string): void => onChange(pick(chosen, value, several, order))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = placeAfter(event.key, stop, shown.length)
    const figure = placeOfFigure(event.key, shown.length)
    const to = next ?? figure
    if (to === null) return
    event.preventDefault()
    picks.current?.querySelectorAll<HTMLElement>('[data-chip]')[to]?.focus()
    const named = figure === null ? undefined : shown[figure]
    if (named !== undefined) press(named.value)
  }
  return (
    <div className={styles.row} id={props.id}>
      <span className={styles.label} id={name}>
        {label}
      </span>
      <div className={styles.picks} ref={picks}>
        <div
          className={styles.group}
          role={several ? 'group' : 'radiogroup'}
          aria-labelledby={name}
          onKeyDown={onKeyDown}
        >
          {shown.map((option, index) => (
            <Chip
              key={option.value}
              option={option}
              role={several ? 'checkbox' : 'radio'}
              isChosen={chosen.includes(option.value)}
              isCarried={isUntouched && carried.values.includes(option.value)}
              isStop={index === stop}
              onPick={() => press(option.value)}
              onFocus={() => setPlace(index)}
            />
          ))}
        </div>
        {(more.length > 0 || beyond !== undefined) && (
          <More label={label} isWide={isWide} onTurn={() => setIsWide(!isWide)} />
        )}
        {isWide && beyond}
        {isUntouched && carried.values.length > 0 && (
          <span className={styles.same}>
            <TextLink onClick={() => onChange(carried.values)} label={`${label}: same as ${carried.from}`}>
              same as {carried.from}?
            </TextLink>
          </span>
        )}
      </div>
    </div>
  )
}

/** Radio buttons or checkboxes as chips. Space, Enter or the figure of a chip picks it; pressed again it is unset. */
export const PickRow = (props: PickRowProps): ReactNode =>
  props.locked ? <Locked {...props} /> : <Open {...props} />
