// Mental status and risk: each category a row, answered with one key.
import { type ReactNode, useState } from 'react'
import { mentalStatusCount } from '@goldenthread/core/note/mental-status.ts'
import { mentalStatusRows, riskRows } from '../../../note/pick-tables.ts'
import { asOne, asText } from '../../../note/pick-values.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { PickField } from './pick-field.tsx'
import { type Picking, standingAt } from './picking.ts'
import styles from './sheet.module.css'

/** The rows of a therapy note; the other six are opened, and stand open where they were answered or are expected. */
const usual = 5

const MoreRows = ({
  rows,
  onOpen,
}: {
  readonly rows: readonly { readonly label: string }[]
  readonly onOpen: () => void
}): ReactNode => (
  <p className={styles.under}>
    <TextLink small onClick={onOpen}>
      {rows.length} more: {rows.map(({ label }) => label.toLowerCase()).join(', ')}
    </TextLink>
  </p>
)

export interface MentalStatusProps {
  readonly picking: Picking
  /** How many of the eleven are expected; those beyond the usual five stand open then. */
  readonly least: number
}

export const MentalStatus = ({ picking, least }: MentalStatusProps): ReactNode => {
  const [isOpen, setIsOpen] = useState(least > usual)
  const { mentalStatus } = picking.picks
  const shown = mentalStatusRows.filter(
    ({ category }, index) => index < usual || isOpen || mentalStatus?.[category] !== undefined,
  )
  const hidden = mentalStatusRows.filter((row) => !shown.includes(row))
  return (
    <>
      {shown.map(({ category, label, table }) => {
        const path = `picks.mentalStatus.${category}`
        return (
          <PickField<string>
            key={category}
            label={label}
            path={path}
            table={table}
            reading={asText}
            several
            ownWords
            mayBeUnassessed
            locked={picking.locked}
            {...standingAt<string>(picking, path)}
          />
        )
      })}
      {hidden.length > 0 && !picking.locked && <MoreRows rows={hidden} onOpen={() => setIsOpen(true)} />}
    </>
  )
}

/** "5, needs 3". */
export const mentalStatusWords = (picking: Picking, least: number): string => {
  const untouched = new Set(picking.carried?.untouched)
  const said = Object.fromEntries(
    Object.entries(picking.picks.mentalStatus ?? {}).filter(
      ([category]) => !untouched.has(`picks.mentalStatus.${category}`),
    ),
  )
  return `${mentalStatusCount({ mentalStatus: said })}, needs ${least}`
}

/** The four that are always asked; the others stand open once they were answered. */
const usualRisks = 4

export const RiskPicks = ({ picking }: { readonly picking: Picking }): ReactNode => {
  const [isOpen, setIsOpen] = useState(false)
  const { risk } = picking.picks
  const shown = riskRows.filter(({ key }, index) => index < usualRisks || isOpen || risk?.[key] !== undefined)
  const hidden = riskRows.filter((row) => !shown.includes(row))
  return (
    <>
      {shown.map(({ key, label, table, mayBeUnassessed }) => {
        const path = `picks.risk.${key}`
        return (
          <PickField<string>
            key={key}
            label={label}
            path={path}
            table={table}
            reading={asOne}
            mayBeUnassessed={mayBeUnassessed}
            locked={picking.locked}
            {...standingAt<string>(picking, path)}
          />
        )
      })}
      {hidden.length > 0 && !picking.locked && <MoreRows rows={hidden} onOpen={() => setIsOpen(true)} />}
    </>
  )
}
