// Signing and filing, from the first press to the server's answer: two judgements, one act, done once.
import { useCallback, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ask, newKey } from '../../../api/ask.ts'
import { type Problem, problemIn } from '../../../api/problem.ts'
import { firstStop } from './list-findings.ts'
import type { WrapUp, Served } from '../wrap-up.ts'
import { placeToShow } from './places.ts'
import type { LiveJudgement } from './use-judgement.ts'
import type { operations } from '../../../api/generated.api.ts'

type SignBody = operations['sign-and-file']['requestBody']['content']['application/json']

export type SigningStep =
  | { readonly kind: 'resting' }
  /** Pressed early: the first thing that stops filing is open, and the claim may be held instead. */
  | { readonly kind: 'stopped' }
  /** The last key is being saved. */
  | { readonly kind: 'saving' }
  /** The sentence is shown; `served` is what is signed, and nothing else. */
  | { readonly kind: 'attesting'; readonly served: Served }
  | { readonly kind: 'signing'; readonly served: Served }

export interface Signing {
  readonly step: SigningStep
  readonly fault: string | null
  readonly press: () => void
  /** Signs although something stops filing: the claim is held until it is mended. */
  readonly pressHeld: () => void
  /** `reason` of an addendum, null for a first version. */
  readonly attest: (reason: string | null) => void
  readonly leave: () => void
}

const resting: SigningStep = { kind: 'resting' }

const notKnown =
  'The server was not reached. Whether it was done is not known here; press again, and it is done once and no more.'

/** What is said of a refusal: the first finding says more than the title. */
export const faultWords = ({ kind, title, findings }: Problem): string => {
  if (kind === 'away') return notKnown
  const first = findings[0]
  return first === undefined ? title : `${first.says} ${first.remedy}`
}

const faultOf = (why: unknown): string => {
  const problem = problemIn(why)
  // What the page itself has to settle first says so in its own words: two versions of a section.
  return problem.code === 'page' && why instanceof Error && why.message !== ''
    ? why.message
    : faultWords(problem)
}

const blocksSigning = (judgement: LiveJudgement): boolean =>
  judgement.findings.some(({ severity }) => severity === 'blocks-signing')

/** One key for one body: asked again without an answer it is the same act. */
const useKeyOf = () => {
  const kept = useRef<{ readonly of: string; readonly key: string } | null>(null)
  return useCallback((body: unknown): string => {
    const of = JSON.stringify(body)
    if (kept.current?.of !== of) kept.current = { of, key: newKey() }
    return kept.current.key
  }, [])
}

/** Sends what was attested; the same body asked for again goes under the same key. */
const useSending = (): ((served: Served, reason: string | null) => Promise<void>) => {
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  return useCallback(
    async ({ note, attestation, shown, session }, reason) => {
      if (note === null) throw new Error('what is attested is a note')
      const body: SignBody = {
        version: note.version,
        // The sentence goes back word for word; the schema knows which one it is.
        attestation: attestation as SignBody['attestation'],
        shown,
        ...(reason === null ? {} : { reason }),
      }
      const header = { 'idempotency-key': keyOf(body) }
      const params = { path: { id: session.id }, header }
      await ask.POST('/api/thread/sessions/{id}/sign-and-file', { body, params })
      const changed = [['claim'], ['thread'], ['payout'], ['note-versions']]
      await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    [queries, keyOf],
  )
}

/** After these another case than the one that was shown would be signed: it is looked at again first. */
const isOver = (why: unknown): boolean => {
  const { kind, code } = problemIn(why)
  return kind === 'stale' || code === 'shown' || kind === 'findings'
}

/** Opens the first thing that stops filing, and says that there is one; false where nothing stops it. */
const stopAt = (page: WrapUp, judgement: LiveJudgement): boolean => {
  const first = firstStop(judgement.findings)
  if (first === null) return false
  judgement.openFinding(first.number)
  page.jumpTo(placeToShow(first.finding.place, page.note))
  return true
}

const notHeldYet = 'Say first that the session took place.'

export const useSigning = (page: WrapUp, judgement: LiveJudgement): Signing => {
  const send = useSending()
  const [step, setStep] = useState<SigningStep>(resting)
  const [fault, setFault] = useState<string | null>(null)
  const { flush, again } = page
  const isHeld = page.served.session.status === 'confirmed'

  const begin = async (): Promise<void> => {
    setFault(null)
    setStep({ kind: 'saving' })
    try {
      await flush()
      setStep({ kind: 'attesting', served: await again() })
    } catch (why) {
      setStep(resting)
      setFault(faultOf(why))
    }
  }

  const press = (): void => {
    if (page.isAway || step.kind === 'saving' || step.kind === 'signing') return
    setFault(isHeld ? null : notHeldYet)
    if (!isHeld) return
    if (stopAt(page, judgement)) setStep({ kind: 'stopped' })
    else void begin()
  }

  const pressHeld = (): void => {
    if (!page.isAway && isHeld && !blocksSigning(judgement)) void begin()
  }

  const attest = (reason: string | null): void => {
    if (step.kind !== 'attesting') return
    const { served } = step
    setFault(null)
    setStep({ kind: 'signing', served })
    const fail = (why: unknown): void => {
      setFault(faultOf(why))
      setStep(isOver(why) ? resting : { kind: 'attesting', served })
      if (isOver(why)) void again().catch(() => undefined)
    }
    send(served, reason)
      .then(again)
      .then(() => setStep(resting), fail)
  }

  const leave = (): void => {
    setStep(resting)
    setFault(null)
  }

  return { step, fault, press, pressHeld, attest, leave }
}
