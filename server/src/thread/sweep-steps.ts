// What a sweep does for a practice, in order: what is filed leaves, what has come is fetched, what was fetched is read.
import type { Instant } from '@goldenthread/core/values/day.ts'
import { undoSeconds } from '../claim/batch-store.ts'
import { hurryBatches, nextDue } from '../claim/sending-store.ts'
import { submitClaims } from '../claim/submit-claim.ts'
import { inPractice } from '../database/in-practice.ts'
import { forgetKeys } from '../database/once.ts'
import { unreadFiles } from '../files/store.ts'
import type { Step } from '../jobs/sweep.ts'
import { takeBackFiled } from '../posting/reverse-filed.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { fetchFiles } from './fetch-files.ts'
import { holdUnproved } from './hold-unproved.ts'
import { keepChargeOfVoid } from './keep-charge.ts'
import { proveAgain } from './prove-again.ts'
import { readFile } from './read-file.ts'

const actor = { kind: 'program', name: 'sweep' } as const

/** Files looked for at once. */
const mostFiles = 200

/** A file that cannot be read now keeps none of the others back; it is tried again with the next sweep. */
const readFiles = async (services: Services, practiceId: string): Promise<void> => {
  const order = { practiceId, actor, act: 'find-files', trail: 'when-touched' } as const
  for (;;) {
    const fileIds = await inPractice(services, order, (tx) => unreadFiles(tx, mostFiles))
    const faults: unknown[] = []
    for (const fileId of fileIds) {
      try {
        await readFile(services, practiceId, fileId)
      } catch (fault) {
        services.log.error({ err: fault, practiceId, fileId }, 'a file could not be read')
        faults.push(fault)
      }
    }
    if (faults.length > 0) throw new Error('files could not be read', { cause: faults[0] })
    if (fileIds.length < mostFiles) return
  }
}

/** An invented practice keeps its keys: its weeks were lived through long ago, and may have to be lived through again. */
const forgetOldKeys = (services: Services, practiceId: string): Promise<void> => {
  const order = { practiceId, actor, act: 'forget-keys', trail: 'when-touched' } as const
  return inPractice(services, order, async (tx) => {
    const { demo } = await readPractice(tx)
    if (!demo) await forgetKeys(tx)
  })
}

/** The steps of every sweep. */
export const sweepSteps: readonly Step[] = [
  {
    name: 'submit-claims',
    run: (services, practiceId) =>
      submitClaims(services, practiceId, {
        prove: (tx, claimId) => proveAgain(tx, services, claimId),
        hold: (tx, claimId) => holdUnproved(tx, services, claimId),
        takeBack: async (tx, claim) => {
          await takeBackFiled(tx, services, claim, `Claim ${claim.claimNumber} could not be written.`)
          await keepChargeOfVoid(tx, services, claim.id)
        },
      }),
  },
  { name: 'fetch-files', run: fetchFiles },
  { name: 'read-files', run: readFiles },
  { name: 'forget-keys', run: forgetOldKeys },
]

/** Before all others when a process starts: a batch that was in hand when its process died does not wait out its pause. */
export const startStep: Step = {
  name: 'hurry-batches',
  run: (services, practiceId) =>
    inPractice(services, { practiceId, actor, act: 'hurry-batches', trail: 'when-touched' }, hurryBatches),
}

/** Seconds from one sweep of a practice to its next while an answer may come any moment, or something failed. */
const soonSeconds = 5

/** Seconds after which every practice is swept, whatever is known to be due. */
const restSeconds = 60

const nextDueOf = (services: Services, practiceId: string): Promise<Instant | null> =>
  inPractice(services, { practiceId, actor, act: 'find-due', trail: 'when-touched' }, async (tx) =>
    nextDue(tx, await undoSeconds(tx), soonSeconds),
  )

/** How a server sweeps. */
export const sweeping = {
  steps: sweepSteps,
  first: [startStep],
  everySeconds: soonSeconds,
  restSeconds,
  nextDue: nextDueOf,
  everyMilliseconds: 2_000,
} as const
