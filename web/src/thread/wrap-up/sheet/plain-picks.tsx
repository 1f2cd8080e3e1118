// The other picks of a note, each group under the name the layout calls it by.
import { type ReactNode, useState } from 'react'
import type { Answer, Picks } from '@goldenthread/core/note/note.ts'
import {
  type PickTable,
  absentBecause,
  complexityFactors,
  crisisDisposition,
  crisisResources,
  crisisState,
  decisionRows,
  directionTable,
  impairment,
  levelBasisTable,
  longSessionReasons,
  medicalServices,
  necessityTable,
  newClientTable,
  response,
  symptoms,
} from '../../../note/pick-tables.ts'
import { type Reading, asList, asOne, asText, asYesNo } from '../../../note/pick-values.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { PickField } from './pick-field.tsx'
import { type Picking, standingAt } from './picking.ts'
import styles from './sheet.module.css'

interface Plain {
  readonly label: string
  readonly table: PickTable
  readonly reading: Reading<unknown>
  readonly several?: boolean
  readonly ownWords?: boolean
  readonly mayBeUnassessed?: boolean
}

/** Rows of several kinds stand in one table; each reads and writes only its own. */
const anyOf = <T,>(reading: Reading<T>): Reading<unknown> => reading as unknown as Reading<unknown>

const listed = { reading: anyOf(asList), several: true, ownWords: true }
const told = { reading: anyOf(asText), several: true, ownWords: true }
const one = { reading: anyOf(asOne) }

/** Groups of one row. */
export const plainGroups: Readonly<Partial<Record<keyof Picks, Plain>>> = {
  symptoms: { label: 'Symptoms', table: symptoms, ...listed, mayBeUnassessed: true },
  impairment: { label: 'Gets in the way', table: impairment, ...listed, mayBeUnassessed: true },
  response: { label: 'Response', table: response, ...told, mayBeUnassessed: true },
  direction: { label: 'Direction', table: directionTable, ...one, mayBeUnassessed: true },
  necessity: { label: 'Care', table: necessityTable, ...one, mayBeUnassessed: true },
  medicalServices: { label: 'Medical work', table: medicalServices, ...listed },
  clientAbsentBecause: { label: 'Client absent', table: absentBecause, ...told },
  longSessionReason: { label: 'Why longer', table: longSessionReasons, ...told },
}

export const PlainPick = ({
  picking,
  group,
}: {
  readonly picking: Picking
  readonly group: keyof Picks
}): ReactNode => {
  const plain = plainGroups[group]
  if (plain === undefined) return null
  const path = `picks.${group}`
  return (
    <PickField<unknown>
      path={path}
      {...plain}
      locked={picking.locked}
      {...standingAt<unknown>(picking, path)}
    />
  )
}

const levelReading = asOne as Reading<string>

type Columns = NonNullable<Picks['decisionMaking']>

/** What the level of a medication visit rests on: the client, the three columns, decision making or time. */
export const VisitLevel = ({ picking }: { readonly picking: Picking }): ReactNode => {
  const { picks, edit, locked } = picking
  // The three columns are one pick: until each was said nothing is written, for none may be said by the program.
  const [begun, setBegun] = useState<Partial<Columns>>({})
  const decided: Partial<Columns> = picks.decisionMaking ?? begun
  return (
    <>
      <PickField<boolean>
        label="Client"
        path="picks.newClient"
        table={newClientTable}
        reading={asYesNo}
        locked={locked}
        {...standingAt<boolean>(picking, 'picks.newClient')}
      />
      {decisionRows.map(({ key, label, table }) => (
        <PickField<string>
          key={key}
          label={label}
          path={`picks.decisionMaking.${key}`}
          table={table}
          reading={levelReading}
          locked={locked}
          answer={decided[key]}
          onChange={(answer) => {
            const { [key]: _before, ...others } = decided
            const next = (
              typeof answer === 'string' ? { ...others, [key]: answer } : others
            ) as Partial<Columns>
            setBegun(next)
            edit.setPick(
              'picks.decisionMaking',
              Object.keys(next).length === decisionRows.length ? next : undefined,
            )
          }}
        />
      ))}
      <PickField<string>
        label="Level by"
        path="picks.levelBasis"
        table={levelBasisTable}
        reading={levelReading}
        locked={locked}
        {...standingAt<string>(picking, 'picks.levelBasis')}
      />
    </>
  )
}

type Crisis = NonNullable<Picks['crisis']>
const notSaid: Crisis = {
  state: { notAssessed: 'not said yet' },
  disposition: { notAssessed: 'not said yet' },
  resources: { notAssessed: 'not said yet' },
}
const isNotSaid = (answer: Answer<unknown> | undefined): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'notAssessed' in answer &&
  answer.notAssessed === 'not said yet'

const crisisRows = [
  { key: 'state', label: 'State', table: crisisState, reading: anyOf(asText) },
  { key: 'resources', label: 'Resources', table: crisisResources, reading: anyOf(asList) },
  { key: 'disposition', label: 'Goes', table: crisisDisposition, reading: anyOf(asText) },
] as const

/** The state met, what was brought in, where the client went. One pick of three answers. */
export const CrisisPicks = ({ picking }: { readonly picking: Picking }): ReactNode => {
  const crisis = picking.picks.crisis
  return crisisRows.map(({ key, label, table, reading }) => {
    const answer = crisis?.[key]
    return (
      <PickField<unknown>
        key={key}
        label={label}
        path={`picks.crisis.${key}`}
        table={table}
        reading={reading}
        several
        ownWords
        mayBeUnassessed
        locked={picking.locked}
        answer={(isNotSaid(answer) ? undefined : answer) as Answer<unknown> | undefined}
        onChange={(next) => {
          const after: Crisis = { ...notSaid, ...crisis, [key]: next ?? notSaid[key] }
          const isSilent = crisisRows.every((row) => isNotSaid(after[row.key]))
          picking.edit.setPick('picks.crisis', isSilent ? undefined : after)
        }}
      />
    )
  })
}

/** 90785: which of the four factors, and how it changed the session. */
export const ComplexityPick = ({ picking }: { readonly picking: Picking }): ReactNode => {
  const complexity = picking.picks.interactiveComplexity
  const { edit, locked } = picking
  const [isOpen, setIsOpen] = useState(false)
  const how: PickTable = { options: [], more: [] }
  if (complexity === undefined && locked) return null
  if (complexity === undefined && !isOpen)
    return (
      <p className={styles.under}>
        <TextLink small onClick={() => setIsOpen(true)}>
          Interactive complexity…
        </TextLink>
      </p>
    )
  return (
    <>
      <PickField<string>
        label="Complexity"
        path="picks.interactiveComplexity"
        table={complexityFactors}
        reading={asOne}
        locked={locked}
        answer={complexity === undefined ? undefined : String(complexity.factor)}
        onChange={(answer) =>
          edit.setPick(
            'picks.interactiveComplexity',
            typeof answer === 'string'
              ? { factor: Number(answer), how: complexity?.how ?? 'see the text' }
              : undefined,
          )
        }
      />
      {complexity !== undefined && (
        <PickField<string>
          label="How"
          path="picks.interactiveComplexity.how"
          table={how}
          reading={asOne}
          ownWords
          locked={locked}
          answer={complexity.how}
          onChange={(answer) =>
            edit.setPick('picks.interactiveComplexity', {
              ...complexity,
              how: typeof answer === 'string' ? answer : 'see the text',
            })
          }
        />
      )}
    </>
  )
}
