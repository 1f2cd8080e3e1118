// The picks of one row of the sheet.
import { type ReactNode, memo } from 'react'
import type { PickGroup } from '../../../note/note-layout.ts'
import { minutesOf } from '../../../session/written-session.ts'
import type { Picking } from './picking.ts'
import { ComplexityPick, CrisisPicks, PlainPick, VisitLevel } from './plain-picks.tsx'
import { MentalStatus, RiskPicks } from './status-and-risk.tsx'
import { GoalPicks, InterventionPicks } from './work-picks.tsx'
import { DiagnosisLines } from './diagnosis-lines.tsx'

/** From here on a payer asks why (docs/sources.md 6.2, 90837). */
const longFrom = 53

/** Whether a group has anything to ask of this session. */
export const isAsked = (
  group: PickGroup,
  { picks, recorded }: Pick<Picking, 'picks' | 'recorded'>,
): boolean => {
  const { start, stop } = recorded
  if (group === 'longSessionReason')
    return (
      picks.longSessionReason !== undefined ||
      (start !== null && stop !== null && minutesOf({ start, stop }) >= longFrom)
    )
  if (group === 'clientAbsentBecause')
    return (
      picks.clientAbsentBecause !== undefined || !recorded.attendees.some(({ role }) => role === 'client')
    )
  return true
}

const Group = ({
  group,
  picking,
  least,
}: {
  readonly group: PickGroup
  readonly picking: Picking
  readonly least: number
}): ReactNode => {
  switch (group) {
    case 'mentalStatus':
      return <MentalStatus picking={picking} least={least} />
    case 'risk':
      return <RiskPicks picking={picking} />
    case 'interventions':
      return <InterventionPicks picking={picking} />
    case 'goals':
      return <GoalPicks picking={picking} />
    case 'visitLevel':
      return <VisitLevel picking={picking} />
    case 'crisis':
      return <CrisisPicks picking={picking} />
    case 'interactiveComplexity':
      return <ComplexityPick picking={picking} />
    case 'diagnoses':
      return <DiagnosisLines picking={picking} />
    default:
      return <PlainPick picking={picking} group={group} />
  }
}

export interface PickGroupsProps {
  readonly groups: readonly PickGroup[]
  readonly picking: Picking
  readonly least: number
}

export const PickGroups = memo(
  ({ groups, picking, least }: PickGroupsProps): ReactNode =>
    groups
      .filter((group) => isAsked(group, picking))
      .map((group) => <Group key={group} group={group} picking={picking} least={least} />),
)
