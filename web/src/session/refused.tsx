// Why an act was not done, in a sheet: each thing that does not hold and what to do, or what went wrong.
import type { ReactNode } from 'react'
import { problemIn } from '../api/problem.ts'
import { Notice } from '../ui/notice.tsx'

/** Nothing while there is no fault. */
export const Refused = ({ fault }: { readonly fault: unknown }): ReactNode => {
  if (fault === null || fault === undefined) return null
  const { kind, title, findings } = problemIn(fault)
  if (kind === 'stale')
    return (
      <Notice kind="needs-you" title="This session was changed meanwhile.">
        Nothing was done. Close this and look at it again.
      </Notice>
    )
  return (
    <Notice kind="needs-you" title={findings.length > 0 ? 'This does not hold yet.' : title}>
      {findings.map(({ code, says, remedy }) => (
        <p key={`${code} ${says}`}>
          {says} {remedy}
        </p>
      ))}
      {kind === 'away' && 'Nobody knows whether it was done; doing it again does it once.'}
    </Notice>
  )
}
