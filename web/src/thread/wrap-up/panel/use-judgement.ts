// Judges the thread as one types: after a pause, when the page has nothing better to do, and only when something changed.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { holdsClaim } from '@goldenthread/core/values/finding.ts'
import { type Instant, instant } from '@goldenthread/core/values/day.ts'
import type { JudgedFinding, Judgement } from './judgement.ts'
import { type PageJudged, judgeDraft } from './judge-page.ts'
import { firstStop, listFindings } from './list-findings.ts'
import type { WrapUp, Served } from '../wrap-up.ts'
import { withoutUnfinished } from './settle-sentence.ts'
import { toldOfDraft } from './told-of-draft.ts'

/** Milliseconds without a key before anything is judged. */
const pause = 120

/** A pause of typing is used when the page is idle, and waited for no longer than this. */
const patience = 400

/** The moment of judging moves on while the page lies open: a session ends, a day passes. */
const tick = 30_000

const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 0)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(work, { timeout: patience })
  return () => cancelIdleCallback(asked)
}

/** The server's moment, carried on by this machine's stopwatch: its clock may be wrong. */
const useServersClock = (servedAt: string): (() => Instant) => {
  const came = useMemo(() => ({ at: Date.parse(servedAt), on: performance.now() }), [servedAt])
  return useCallback(
    // Whole seconds, as an instant is written.
    () => instant(`${new Date(came.at + performance.now() - came.on).toISOString().slice(0, 19)}Z`),
    [came],
  )
}

const judgeNow = (served: Served, note: Note | null, facts: Facts, at: Instant): PageJudged =>
  judgeDraft({ ...served.case, note }, facts, at, served.attestation)

interface State {
  readonly judged: PageJudged
  readonly list: readonly JudgedFinding[]
  readonly note: Note | null
}

const first = (judged: PageJudged, note: Note | null): State => ({
  judged,
  note,
  list: listFindings([], judged.findings.map(toldOfDraft), false),
})

/** The judgement with what the list beside the note does: which finding is open, and that nothing moves under a pointer. */
export type LiveJudgement = Judgement & {
  readonly open: number | null
  readonly openFinding: (number: number | null) => void
  /** While a pointer is on the list nothing in it changes places. */
  readonly holdList: (isHeld: boolean) => void
}

const useOpen = (findings: readonly JudgedFinding[]) => {
  const [asked, setAsked] = useState<number | null | undefined>(undefined)
  const stands = findings.some(({ number }) => number === asked)
  // Until somebody chooses, and when the open one is met, the first that stops filing is open.
  const open = asked === null || stands ? (asked ?? null) : (firstStop(findings)?.number ?? null)
  return [open, setAsked] as const
}

const textOf = (note: Note | null) => (section: string) => note?.sections[section] ?? ''

/** Null until the facts have come and a note stands there. */
export const useJudgement = (page: WrapUp | null, facts: Facts | null): LiveJudgement | null => {
  const clock = useServersClock(page?.served.at ?? '2000-01-01T00:00:00Z')
  const isHeld = useRef(false)
  const shown = useRef<ReadonlySet<string>>(new Set())
  const [state, setState] = useState<State | null>(null)
  const served = page?.served ?? null
  const note = page?.note ?? null

  useEffect(() => {
    if (served === null || facts === null) return
    const judge = (): void => {
      const judged = judgeNow(served, note, facts, clock())
      setState((before) =>
        before === null
          ? first(judged, note)
          : {
              judged,
              note,
              list: listFindings(before.list, judged.findings.map(toldOfDraft), isHeld.current),
            },
      )
    }
    let stop: () => void = () => undefined
    const timer = setTimeout(() => (stop = whenIdle(judge)), pause)
    const moving = setInterval(judge, tick)
    return () => {
      clearTimeout(timer)
      clearInterval(moving)
      stop()
    }
  }, [served, note, facts, clock])

  const caret = page?.caret ?? null
  const findings = useMemo(
    () => (state === null ? [] : withoutUnfinished(state.list, shown.current, caret, textOf(state.note))),
    [state, caret],
  )
  useEffect(() => {
    shown.current = new Set(findings.map(({ key }) => key))
  }, [findings])
  const [open, openFinding] = useOpen(findings)
  const holdList = useCallback((held: boolean) => {
    isHeld.current = held
  }, [])

  return useMemo(() => {
    if (state === null) return null
    const { judged } = state
    return {
      findings,
      stops: findings.filter(({ finding }) => holdsClaim(finding)).length,
      judgedTexts: state.note?.sections ?? {},
      links: judged.links,
      coding: judged.documents.coding,
      documents: judged.documents,
      waitsForCoSignature: judged.waitsForCoSignature,
      open,
      openFinding,
      holdList,
    }
  }, [state, findings, open, openFinding, holdList])
}
