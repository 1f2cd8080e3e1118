// What was done and how it went: interventions in two rows, goals each with its progress, reasons for a longer session.
import { type ReactNode, useState } from 'react'
import type { Answer, Picks } from '@goldenthread/core/note/note.ts'
import { type PickTable, besideThem, evidenceBased, progressTable } from '../../../note/pick-tables.ts'
import { type Reading, asOne, isUnassessed } from '../../../note/pick-values.ts'
import { TextLink } from '../../../ui/text-link.tsx'
import { PickField, WordsField } from './pick-field.tsx'
import { type Picking, offeredAt, standingAt } from './picking.ts'
import styles from './sheet.module.css'

type Intervention = Extract<NonNullable<Picks['interventions']>, readonly unknown[]>[number]
type Goal = Extract<NonNullable<Picks['goals']>, readonly unknown[]>[number]

const listIn = <T,>(answer: Answer<readonly T[]> | undefined): readonly T[] =>
  answer === undefined || isUnassessed(answer) ? [] : (answer as readonly T[])

const isBeside = ({ name }: Intervention): boolean =>
  [...besideThem.options, ...besideThem.more].some(({ value }) => value === name)

/** Names as chips; what was known of one, its goal, stays with it. */
const byName = (known: readonly Intervention[]): Reading<readonly Intervention[]> => ({
  chips: (value) => value.map(({ name }) => name),
  value: (chips) =>
    chips.length === 0
      ? undefined
      : chips.map((name) => known.find((each) => each.name === name) ?? { name }),
})

const path = 'picks.interventions'

const InterventionRow = ({
  picking,
  label,
  table,
  isOurs,
}: {
  readonly picking: Picking
  readonly label: string
  readonly table: PickTable
  readonly isOurs: (each: Intervention) => boolean
}): ReactNode => {
  const { answer, onChange } = standingAt<readonly Intervention[]>(picking, path)
  const before = listIn(offeredAt<Answer<readonly Intervention[]>>(picking, path))
  const all = listIn(answer)
  const ours = all.filter(isOurs)
  const offered = before.filter(isOurs)
  const write = (next: Answer<readonly Intervention[]> | undefined): void => {
    if (isUnassessed(next)) return onChange(next)
    const list = [...all.filter((each) => !isOurs(each)), ...listIn(next)]
    // In the order of the last note, so that the same as then is seen to be the same.
    const ordered = [
      ...before.filter(({ name }) => list.some((each) => each.name === name)),
      ...list.filter(({ name }) => !before.some((each) => each.name === name)),
    ]
    onChange(ordered.length === 0 ? undefined : ordered)
  }
  return (
    <PickField<readonly Intervention[]>
      label={label}
      path={`${path}.${label.toLowerCase().replaceAll(' ', '-')}`}
      table={table}
      reading={byName([...all, ...before])}
      several
      ownWords
      mayBeUnassessed={label === 'Evidence-based'}
      locked={picking.locked}
      answer={
        isUnassessed(answer)
          ? label === 'Evidence-based'
            ? answer
            : undefined
          : ours.length === 0
            ? undefined
            : ours
      }
      carried={
        offered.length > 0 && picking.from !== null ? { answer: offered, from: picking.from } : undefined
      }
      onChange={write}
    />
  )
}

export const InterventionPicks = ({ picking }: { readonly picking: Picking }): ReactNode => (
  <>
    <InterventionRow
      picking={picking}
      label="Evidence-based"
      table={evidenceBased}
      isOurs={(each) => !isBeside(each)}
    />
    <InterventionRow picking={picking} label="Beside them" table={besideThem} isOurs={isBeside} />
  </>
)

const goalsPath = 'picks.goals'

/** Goals of the plan, each with how it goes. Those of the last note stand there to be answered. */
export const GoalPicks = ({ picking }: { readonly picking: Picking }): ReactNode => {
  const [isAdding, setIsAdding] = useState(false)
  const { answer, onChange } = standingAt<readonly Goal[]>(picking, goalsPath)
  const before = listIn(offeredAt<Answer<readonly Goal[]>>(picking, goalsPath))
  const goals = listIn(answer)
  const names = [...new Set([...before, ...goals].map(({ goal }) => goal))]
  const write = (goal: string, progress: string | undefined): void => {
    const said = new Map<string, string>(goals.map((each) => [each.goal, each.progress]))
    if (progress === undefined) said.delete(goal)
    else said.set(goal, progress)
    const next = [...new Set([...names, goal])].flatMap((name): readonly Goal[] => {
      const found = said.get(name)
      return found === undefined ? [] : [{ goal: name, progress: found as Goal['progress'] }]
    })
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <>
      {names.map((goal, index) => {
        const last = before.find((each) => each.goal === goal)
        return (
          <div key={goal} className={styles.goal}>
            <PickField<string>
              label={goal}
              path={`${goalsPath}.${index}`}
              table={progressTable}
              reading={asOne}
              locked={picking.locked}
              answer={goals.find((each) => each.goal === goal)?.progress}
              carried={
                last !== undefined && picking.from !== null
                  ? { answer: last.progress, from: picking.from }
                  : undefined
              }
              onChange={(next) => write(goal, typeof next === 'string' ? next : undefined)}
            />
          </div>
        )
      })}
      {!picking.locked && (
        <p className={styles.under} id="row-picks-goals">
          {isAdding ? (
            <WordsField
              label="A goal, in your words"
              onSaid={(goal) => {
                write(goal, 'not-addressed')
                setIsAdding(false)
              }}
              onCancel={() => setIsAdding(false)}
            />
          ) : (
            <TextLink small onClick={() => setIsAdding(true)}>
              {names.length === 0 ? 'Write a goal…' : 'Another goal…'}
            </TextLink>
          )}
        </p>
      )}
    </>
  )
}
