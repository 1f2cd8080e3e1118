// The diagnoses of a note: their order, which is the claim's, and a box that finds one more by code or by words.
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { TextLink } from '../ui/text-link.tsx'
import { billableOn, findDiagnoses, type Uses } from './find-diagnoses.ts'
import styles from './diagnosis-picker.module.css'

export interface DiagnosisPickerProps {
  readonly facts: Facts
  /** The day of service: only what a claim of that day takes is offered. */
  readonly on: Day
  readonly codes: readonly string[]
  readonly uses: Uses
  readonly onChange: (codes: readonly string[]) => void
}

/** As many as one sees at once without looking for long. */
const most = 8

const same = (one: string, other: string): boolean =>
  one.replaceAll('.', '').toUpperCase() === other.replaceAll('.', '').toUpperCase()

interface RowProps extends Pick<DiagnosisPickerProps, 'facts' | 'on' | 'codes' | 'onChange'> {
  readonly code: string
  readonly at: number
}

const Row = ({ code, at, facts, on, codes, onChange }: RowProps): ReactNode => {
  const others = codes.filter((each) => each !== code)
  return (
    <li className={styles.row}>
      <span className={styles.code}>{code}</span>
      <span className={styles.label}>{facts.diagnosis(code, on)?.label ?? 'not in the editions held'}</span>
      {at > 0 && (
        <TextLink small onClick={() => onChange([code, ...others])} label={`First: ${code}`}>
          First
        </TextLink>
      )}
      <TextLink small onClick={() => onChange(others)} label={`Take out ${code}`}>
        Take out
      </TextLink>
    </li>
  )
}

const Finder = ({ facts, on, codes, uses, onChange }: DiagnosisPickerProps): ReactNode => {
  const [asked, setAsked] = useState('')
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const offered = useMemo(() => billableOn(facts, on), [facts, on])
  const found = useMemo(
    () =>
      findDiagnoses(offered, asked, uses, most).filter(({ code }) => !codes.some((each) => same(each, code))),
    [offered, asked, uses, codes],
  )
  const take = (code: string): void => {
    onChange([...codes, code])
    setAsked('')
    box.closeDropdown()
  }
  return (
    <Combobox store={box} onOptionSubmit={take} width="target">
      <Combobox.Target>
        <TextInput
          label="Add a diagnosis"
          placeholder="Code or words"
          size="sm"
          value={asked}
          onChange={(event) => {
            setAsked(event.currentTarget.value)
            box.openDropdown()
            box.selectFirstOption()
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0 && asked === ''}>
        <Combobox.Options aria-label="Diagnoses">
          {found.map(({ code, label }) => (
            <Combobox.Option value={code} key={code}>
              <span className={styles.code}>{code}</span> {label}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>No code that bills on this day</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The first one is the claim's primary. What was used most is offered first; typing looks among all that bill that day. */
export const DiagnosisPicker = (props: DiagnosisPickerProps): ReactNode => (
  <div className={styles.picker}>
    <ol className={styles.rows} aria-label="Diagnoses of this note">
      {props.codes.map((code, at) => (
        <Row key={code} {...props} code={code} at={at} />
      ))}
    </ol>
    <Finder {...props} />
  </div>
)
